import { randomUUID } from 'node:crypto';
import { openDoor } from '@benkan/doors';
import { commandHandler, type EventToAppend } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { attendanceDoor, attendanceRequest, contextKey, contextsOf, doorkeeper } from './attendance-door';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { dealt, inLanes, times, type Task } from './lanes';
import { meetingHistory, meetings } from './meeting-history';
import { rawAppend, rawClient, store } from './raw-events';
import { compare, scaled, type Side } from './round-runner';

/** Lines on a sheet: what a meeting of a committee has. */
const LINES = 40;

type Shape = { readonly lanes: number; readonly sheetsALane: number; readonly oneStream?: boolean };

const lighter = (shape: Shape, effort: number): Shape => ({
  ...shape,
  sheetsALane: scaled(shape.sheetsALane, effort),
});

/** The tasks of a round: each lane its own sheets, or all lanes on one sheet after the other. */
const laid = (
  { lanes, sheetsALane, oneStream = false }: Shape,
  sheets: readonly (readonly Task[])[],
): readonly (readonly Task[])[] =>
  oneStream
    ? dealt(sheets.flat(), lanes)
    : times(lanes, (lane) => sheets.slice(lane * sheetsALane, (lane + 1) * sheetsALane).flat());

const sheetsOf = ({ lanes, sheetsALane, oneStream = false }: Shape): number =>
  oneStream ? sheetsALane : lanes * sheetsALane;

/** An event as the command path wrote it, so that the raw appends carry the same bytes. */
const lastOf = async (client: ReturnType<typeof rawClient>, stream: string): Promise<EventToAppend> => {
  let last: EventToAppend | undefined;
  // to its end: a read that is left cancels its call, and with it the client's whole channel
  for await (const { event } of client.readStream(stream)) last = event as unknown as EventToAppend;
  if (last === undefined) throw new Error(`${stream} is empty`);
  return last;
};

const measured =
  (shape: Shape) =>
  async (bed: Bed, { rounds }: Settings): Promise<Ratio> => {
    const events = esdbEventStore({ url: bed.url('events') });
    const client = rawClient(bed.url('events'));
    const { handle, current } = commandHandler({ store: events });
    const context = contextsOf(contextKey());
    const [door, keeper] = [attendanceDoor(handle), doorkeeper(context)];

    const heldMeetings = async (count: number): Promise<readonly string[]> => {
      const histories = times(count, () => meetingHistory(2));
      await store(client, histories);
      // hot: the folded state is at hand when the first line comes
      await Promise.all(histories.map(({ meetingId }) => current(meetings, meetingId)));
      return histories.map(({ meetingId }) => meetingId);
    };
    const line = (meetingId: string): Task => {
      const request = attendanceRequest(context, meetingId);
      return async () => {
        const reply = await openDoor(door, request, keeper);
        if (reply.kind !== 'answer') throw new Error(JSON.stringify(reply));
      };
    };

    const [first = ''] = await heldMeetings(1);
    await line(first)();
    const append = rawAppend(client, await lastOf(client, `meeting-${first}`));

    const ours: Side = {
      name: 'command path',
      prepare: async (_round, effort) => {
        const lighterShape = lighter(shape, effort);
        const ids = await heldMeetings(sheetsOf(lighterShape));
        const lanes = laid(
          lighterShape,
          ids.map((id) => times(LINES, () => line(id))),
        );
        return { operations: ids.length * LINES, run: () => inLanes(lanes) };
      },
    };
    const raw: Side = {
      name: 'raw append',
      prepare: async (_round, effort) => {
        const lighterShape = lighter(shape, effort);
        const sheets = times(sheetsOf(lighterShape), () => `meeting-${randomUUID()}`);
        const lanes = laid(
          lighterShape,
          sheets.map((stream) => times(LINES, () => () => append(stream))),
        );
        return { operations: sheets.length * LINES, run: () => inLanes(lanes) };
      },
    };
    try {
      return await compare({ numerator: ours, denominators: [raw], rounds });
    } finally {
      await events.close();
      await client.dispose();
    }
  };

const title = 'command path in process (door, schema, ledger, decision, append), hot, ÷ raw append';

export const commandPath: readonly Bench[] = [
  {
    id: 'B1/1',
    title: `${title}, 1 at a time`,
    bar: { atLeast: 0.7 },
    measure: onBed(['events'], measured({ lanes: 1, sheetsALane: 60 })),
  },
  {
    id: 'B1/32',
    title: `${title}, 32 at a time on 32 streams`,
    bar: { atLeast: 0.5 },
    measure: onBed(['events'], measured({ lanes: 32, sheetsALane: 8 })),
  },
  {
    id: 'B1/32-one',
    title: `${title}, 32 at a time on one stream`,
    bar: 'told',
    measure: onBed(['events'], measured({ lanes: 32, sheetsALane: 200, oneStream: true })),
  },
];
