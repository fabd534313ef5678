import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinoLog } from '.';

describe('a log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'benkan-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is one JSON object a line', () => {
    const destination = join(folder, 'new', 'benkan.log');
    const log = pinoLog({ level: 'info', service: 'stack', destination });
    log.info('begun');
    log.warn('views wait', { what: 'meetings' });
    const lines = readFileSync(destination, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { service: 'stack', level: 30, msg: 'begun' },
      { service: 'stack', level: 40, msg: 'views wait', what: 'meetings' },
    ]);
  });

  it('on a full disk costs nobody anything but its lines', () => {
    const destination = join(folder, 'benkan.log');
    symlinkSync('/dev/full', destination);
    const log = pinoLog({ level: 'info', service: 'stack', destination });
    expect(() => {
      for (let n = 0; n < 5_000; n += 1) log.error('no room', { padding: 'x'.repeat(500) });
    }).not.toThrow();
  });
});
