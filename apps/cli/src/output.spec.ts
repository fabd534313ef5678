import { once } from 'node:events';
import { Writable } from 'node:stream';
import { linesTo } from './output';

const failing = (code: string): Writable =>
  new Writable({
    autoDestroy: false,
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  });

describe('what a command says', () => {
  it('is one line after another', () => {
    const written: string[] = [];
    const say = linesTo(
      new Writable({ write: (chunk: Buffer, _encoding, done) => done(void written.push(chunk.toString())) }),
    );
    ['one', 'two'].forEach(say);
    expect(written).toEqual(['one\n', 'two\n']);
  });

  it('may be heard by nobody any more', async () => {
    const stream = failing('EPIPE');
    const say = linesTo(stream);
    const failed = once(stream, 'error');
    expect(() => ['one', 'two'].forEach(say)).not.toThrow();
    await expect(failed).resolves.toMatchObject([{ code: 'EPIPE' }]);
  });

  it('is an error where it cannot be written for another reason', () => {
    const stream = failing('ENOSPC');
    linesTo(stream);
    expect(() => stream.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full');
  });
});
