import { MAX_APPEND_BYTES } from '@benkan/event-store';
import { appendGroups } from './append-groups';
import type { ArchivedEvent } from './event-line';
import { all } from './running-system.examples';

const event = (stream: string, revision: number, command?: string, padding = 0): ArchivedEvent => ({
  stream,
  revision: BigInt(revision),
  id: `${stream}-${revision}`,
  type: 't',
  data: { padding: 'x'.repeat(padding) },
  metadata: command === undefined ? {} : { commandId: command },
  position: { commit: 0n, prepare: 0n },
  recordedAt: '',
});

const grouped = async (events: readonly ArchivedEvent[]): Promise<string[][]> => {
  const source = async function* () {
    yield* events;
  };
  return (await all(appendGroups(source()))).map((group) => group.map(({ id }) => id));
};

describe('append groups', () => {
  it('hold consecutive events of one stream, and never change the order', async () => {
    expect(
      await grouped([
        event('a', 0, 'x'),
        event('a', 1, 'y'),
        event('b', 0, 'x'),
        event('a', 2),
        event('a', 3),
      ]),
    ).toEqual([['a-0', 'a-1'], ['b-0'], ['a-2', 'a-3']]);
  });

  it('keep the events of one command in one append', async () => {
    const half = MAX_APPEND_BYTES / 2 - 1_000;
    const third = MAX_APPEND_BYTES / 3;
    expect(
      await grouped([event('a', 0, 'x', half), event('a', 1, 'y', third), event('a', 2, 'y', third)]),
    ).toEqual([['a-0'], ['a-1', 'a-2']]);
  });

  it('are never larger than an append may be', async () => {
    const third = MAX_APPEND_BYTES / 3;
    const events = Array.from({ length: 4 }, (_, n) => event('a', n, undefined, third));
    expect((await grouped(events)).map(({ length }) => length)).toEqual([2, 2]);
    const many = Array.from({ length: 600 }, (_, n) => event('a', n, `${n}`));
    expect((await grouped(many)).map(({ length }) => length)).toEqual([256, 256, 88]);
  });

  it('are none without events', async () => {
    expect(await grouped([])).toEqual([]);
  });
});
