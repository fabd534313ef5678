import type { EventStore, Position } from '@benkan/event-store';
import { isAfter } from '../position';
import { generationOf, sliceOf, type Projection } from '../projection';
import { newSlice, type SliceRecord } from '../slice-record';
import { history } from './history';
import type { Lag, OperatorOptions, SliceStatus } from './operations';

const MOST = 10_000;
const AT_THE_HEAD: Lag = { events: 0, capped: false, seconds: 0 };

const lagOf = async (
  store: EventStore,
  from: Position | undefined,
  upTo: Position,
  now: Date,
): Promise<Lag> => {
  let events = 0;
  let since: Date | undefined;
  for await (const { recordedAt } of history(store, { from, upTo })) {
    since ??= recordedAt;
    events += 1;
    if (events === MOST) break;
  }
  const seconds = since === undefined ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1_000);
  return { events, capped: events === MOST, seconds };
};

const statusOf = async (
  options: OperatorOptions,
  record: SliceRecord,
  head: Position | undefined,
): Promise<SliceStatus> => {
  const { views, store, now = () => new Date() } = options;
  const { slice, active, previous, building, epoch, owner, until } = record;
  const [live, next] = [generationOf(slice, active), generationOf(slice, building ?? 0)];
  const positions = await views.checkpoints([live, next]);
  const position = positions.get(live);
  const behind = head !== undefined && isAfter(head, position);
  return {
    ...{ slice, active, previous, position, head, epoch, owner },
    building: building === null ? null : { generation: building, position: positions.get(next) },
    lag: behind ? await lagOf(store, position, head, now()) : AT_THE_HEAD,
    until: owner === null ? null : new Date(until),
    parkedStreams: (await views.parkedStreams(live)).size,
    parkedEvents: await views.countParked(live),
    discardedEvents: (await views.discarded(slice)).length,
  };
};

/** How the slices of a service are; one nobody has folded yet is told as it would begin. */
export const statusOfAll = async (options: OperatorOptions): Promise<readonly SliceStatus[]> => {
  const head = await options.store.head();
  const records = new Map((await options.views.slices()).map((record) => [record.slice, record]));
  const all: SliceStatus[] = [];
  for (const projection of options.slices.projections as readonly Projection[]) {
    const slice = sliceOf(projection);
    all.push(await statusOf(options, records.get(slice) ?? newSlice(slice), head));
  }
  return all;
};
