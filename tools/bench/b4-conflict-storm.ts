import { randomUUID } from 'node:crypto';
import { openDoor } from '@benkan/doors';
import { commandHandler } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import type { Request } from '@benkan/messaging';
import { attendanceDoor, attendanceRequest, contextKey, contextsOf, doorkeeper } from './attendance-door';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { inLanes, times, type Task } from './lanes';
import { meetingHistory } from './meeting-history';
import { rawAppend, rawClient, store } from './raw-events';
import { compare, scaled, type Side } from './round-runner';

const WRITERS = 64;
const LINES_A_WRITER = 4;
const SHEETS = 12;

type Storm = { readonly meetingId: string; readonly requests: readonly Request[] };

/** Throws unless every acknowledged command stands in the stream exactly once, and nothing else. */
const assertNoneLost = async (
  client: ReturnType<typeof rawClient>,
  { meetingId, requests }: Storm,
): Promise<void> => {
  const found: string[] = [];
  for await (const { event } of client.readStream(`meeting-${meetingId}`, { fromRevision: 2n }))
    found.push(String((event?.metadata as { commandId?: unknown } | undefined)?.commandId));
  const [told, written] = [requests.map(({ commandId }) => String(commandId)).sort(), found.sort()];
  if (told.join() !== written.join())
    throw new Error(`${told.length} commands acknowledged, ${written.length} events found, or others`);
};

const measured =
  (instances: number) =>
  async (bed: Bed, { rounds }: Settings): Promise<Ratio> => {
    const stores = times(instances, () => esdbEventStore({ url: bed.url('events') }));
    const client = rawClient(bed.url('events'));
    const context = contextsOf(contextKey());
    const keeper = doorkeeper(context);
    const doors = stores.map((one) => attendanceDoor(commandHandler({ store: one }).handle));
    let lostRaces = 0;

    /** Says one command until it is acknowledged, as a client does: a lost race is asked again with the same id. */
    const said = async (writer: number, request: Request): Promise<void> => {
      const door = doors[writer % doors.length];
      if (door === undefined) throw new Error('no instance');
      for (;;) {
        const reply = await openDoor(door, request, keeper);
        if (reply.kind === 'answer') return;
        if (reply.kind !== 'fault' || reply.code !== 'conflict') throw new Error(JSON.stringify(reply));
        lostRaces += 1;
      }
    };
    const storm = ({ requests }: Storm): readonly (readonly Task[])[] =>
      times(WRITERS, (writer) =>
        requests
          .slice(writer * LINES_A_WRITER, (writer + 1) * LINES_A_WRITER)
          .map((request) => () => said(writer, request)),
      );

    const ours: Side = {
      name: `${WRITERS} writers`,
      prepare: async (_round, effort) => {
        const histories = times(scaled(SHEETS, effort), () => meetingHistory(2));
        await store(client, histories);
        const storms = histories.map(({ meetingId }): Storm => {
          const requests = times(WRITERS * LINES_A_WRITER, () => attendanceRequest(context, meetingId));
          return { meetingId, requests };
        });
        return {
          operations: storms.length * WRITERS * LINES_A_WRITER,
          run: async () => {
            for (const one of storms) await inLanes(storm(one));
          },
          after: async () => {
            for (const one of storms) await assertNoneLost(client, one);
          },
        };
      },
    };
    const [sample] = meetingHistory(3).events.slice(-1);
    if (sample === undefined) throw new Error('an empty history');
    const append = rawAppend(client, sample);
    const raw: Side = {
      name: 'serial raw appends',
      prepare: async (_round, effort) => {
        const stream = `meeting-${randomUUID()}`;
        const tasks = times(scaled(SHEETS, effort) * WRITERS * LINES_A_WRITER, () => () => append(stream));
        return { operations: tasks.length, run: () => inLanes([tasks]) };
      },
    };
    try {
      const ratio = await compare({ numerator: ours, denominators: [raw], rounds });
      return {
        ...ratio,
        notes: ['none lost', `${lostRaces} times a bounded retry gave up and was asked again`],
      };
    } finally {
      await Promise.all(stores.map((one) => one.close()));
      await client.dispose();
    }
  };

const bench = (id: string, instances: number, where: string): Bench => ({
  id,
  title: `${WRITERS} writers on one stream, ${where}, committed ÷ serial raw appends`,
  bar: { atLeast: 0.5 },
  measure: onBed(['events'], measured(instances)),
});

export const conflictStorm: readonly Bench[] = [
  bench('B4/1', 1, 'one instance of the service'),
  bench('B4/4', 4, 'four instances of the service'),
];
