import { randomUUID } from 'node:crypto';
import { commandHandler, type CommandHeader, type EventToAppend, type Handle } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { accept, type Fold } from '@benkan/kernel';
import type { AttendanceRecorded, MeetingFact } from '@benkan/meetings-domain';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { inLanes, times, type Task } from './lanes';
import { meetingHistory, meetings, newLine, type History } from './meeting-history';
import { plainHandler } from './plain-handler';
import { rawClient, store } from './raw-events';
import { compare, scaled, type Side } from './round-runner';

// a fold that costs next to nothing: what differs is the way to it
const counting: Fold<number, MeetingFact> = { initial: 0, evolve: (count) => count + 1 };
const counted = { ...meetings, fold: counting };

type Size = { readonly length: number; readonly streams: number; readonly appends: number };

const decided = (meetingId: string): AttendanceRecorded => ({
  type: 'attendance-recorded',
  data: { meetingId, ...newLine() },
});

const headerLike = ({ metadata }: EventToAppend): CommandHeader => {
  const commandId = randomUUID();
  return {
    commandId,
    commandHash: String(metadata['commandHash']),
    correlationId: randomUUID(),
    causationId: commandId,
    actor: metadata['actor'] as CommandHeader['actor'],
    at: String(metadata['at']),
  };
};

const handled = (handle: Handle, { meetingId, events: [sample] }: History): Task => {
  const fact = decided(meetingId);
  return async () => {
    if (sample === undefined) throw new Error('an empty history');
    const header = headerLike(sample);
    const told = await handle({ aggregate: counted, id: meetingId, header, decide: () => accept(fact) });
    if (told.kind !== 'recorded') throw new Error(told.kind);
  };
};

const measured =
  ({ length, streams, appends }: Size) =>
  async (bed: Bed, { rounds }: Settings): Promise<Ratio> => {
    const events = esdbEventStore({ url: bed.url('events') });
    const client = rawClient(bed.url('events'));
    const { handle, current } = commandHandler({ store: events });
    const stored = async (effort: number): Promise<readonly History[]> => {
      const histories = times(scaled(streams, effort), () => meetingHistory(length));
      await store(client, histories);
      return histories;
    };
    const work = (histories: readonly History[], task: (history: History) => Task) => ({
      operations: histories.length * appends,
      run: () => inLanes([histories.flatMap((history) => times(appends, () => task(history)))]),
    });
    const ours: Side = {
      name: 'handle()',
      prepare: async (_round, effort) => {
        const histories = await stored(effort);
        for (const { meetingId } of histories) await current(counted, meetingId);
        return work(histories, (history) => handled(handle, history));
      },
    };
    const plain: Side = {
      name: 'plain handler',
      prepare: async (_round, effort) => {
        const handlePlainly = plainHandler(client, counting);
        return work(await stored(effort), ({ meetingId, stream, events: kept }) => {
          const fact = decided(meetingId);
          return () => handlePlainly(stream, () => [{ ...fact, metadata: kept.at(-1)?.metadata ?? {} }]);
        });
      },
    };
    try {
      return await compare({ numerator: ours, denominators: [plain], rounds });
    } finally {
      await events.close();
      await client.dispose();
    }
  };

const bench = (size: Size): Bench => ({
  id: `B2/${size.length}`,
  title: `handle() ÷ plain handler (read, fold, append), hot, streams of ${size.length} events`,
  bar: { atLeast: 3 },
  measure: onBed(['events'], measured(size)),
});

export const handling: readonly Bench[] = [
  bench({ length: 10, streams: 300, appends: 2 }),
  bench({ length: 100, streams: 20, appends: 10 }),
  bench({ length: 1_000, streams: 4, appends: 10 }),
];
