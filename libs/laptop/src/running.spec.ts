import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announce, whereRunning } from './running';

const urls = {
  esdbUrl: 'esdb://a',
  mongoUrl: 'mongodb://b',
  vaultUrl: 'mongodb://c',
  keysUrl: 'mongodb://d',
};

describe('where a stack runs', () => {
  let path: string;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'benkan-running-'));
  });
  afterEach(() => rmSync(path, { recursive: true }));

  it('is told to commands while it runs, and to this user only', () => {
    const withdraw = announce({ path }, urls);
    expect(whereRunning({ path })).toEqual(urls);
    expect(statSync(join(path, 'running.json')).mode & 0o777).toBe(0o600);
    withdraw();
    expect(whereRunning({ path })).toBeUndefined();
  });

  it('is not told of a launcher that was killed', () => {
    const { pid } = spawnSync('true');
    writeFileSync(join(path, 'running.json'), JSON.stringify({ pid, urls }));
    expect(whereRunning({ path })).toBeUndefined();
  });

  it.each(['', '{', '{"pid":1}', `{"pid":-1,"urls":${JSON.stringify(urls)}}`])(
    'is not read from %j',
    (text) => {
      writeFileSync(join(path, 'running.json'), text);
      expect(whereRunning({ path })).toBeUndefined();
    },
  );
});
