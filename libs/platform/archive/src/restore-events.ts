import { setTimeout as pause } from 'node:timers/promises';
import type { AppendOutcome, EventStore, EventToAppend } from '@benkan/event-store';
import { appendGroups, type Group } from './append-groups';
import type { ArchivedEvent } from './event-line';
import { ArchiveRefused } from './refused';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

type Refused = Extract<AppendOutcome, { kind: 'refused' }>;

const refusalOf = ({ code, detail }: Refused, stream: string): ArchiveRefused =>
  code === 'storage-full'
    ? new ArchiveRefused(
        'storage-full',
        'the disk of the event store is full; free room, then restore again: it goes on where it stopped',
      )
    : new ArchiveRefused(
        'target-refuses',
        `the event store refuses an event of ${stream} (${code}: ${detail}); restore into a fresh store`,
      );

const toAppend = ({ id, type, data, metadata }: ArchivedEvent): EventToAppend => ({
  id,
  type,
  data,
  metadata,
});

/** The same events at the same revision until the outcome is known: they are written once. */
const untilKnown = async (
  append: () => Promise<AppendOutcome>,
  patienceMs: number,
): Promise<AppendOutcome> => {
  const until = performance.now() + patienceMs;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const outcome = await append();
    if (outcome.kind !== 'unknown' || performance.now() >= until) return outcome;
    await pause(wait);
  }
};

const append = async (store: EventStore, group: Group, patienceMs: number): Promise<void> => {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return;
  const expected = first.revision === 0n ? 'no-stream' : first.revision - 1n;
  const outcome = await untilKnown(
    () => store.append(first.stream, expected, group.map(toAppend)),
    patienceMs,
  );
  if (outcome.kind === 'committed' && outcome.revision === last.revision) return;
  if (outcome.kind === 'refused') throw refusalOf(outcome, first.stream);
  if (outcome.kind === 'unknown')
    throw new ArchiveRefused(
      'unavailable',
      `the event store does not answer (${outcome.detail}); see that it runs, then restore again: it goes on where it stopped`,
    );
  throw new ArchiveRefused(
    'target-refuses',
    `somebody else writes to ${first.stream}; stop every service, then restore into empty stores`,
  );
};

/** Appends in the order of the log, one after the other: the order across streams is kept whatever happens. */
export const restoreEvents = async (
  store: EventStore,
  events: AsyncIterable<ArchivedEvent>,
  { patienceMs, restored }: { readonly patienceMs: number; readonly restored: (count: number) => void },
): Promise<void> => {
  for await (const group of appendGroups(events)) {
    await append(store, group, patienceMs);
    restored(group.length);
  }
};
