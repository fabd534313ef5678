import type { Position, RecordedEvent } from '@benkan/event-store';
import { eventName, incomingOf } from '../incoming';
import { isAfter } from '../position';
import { generationOf, type Projection } from '../projection';
import { openSlice, type Slice } from '../slice';
import type { SliceRecord } from '../slice-record';
import { builder, type Builder } from './builder';
import { compare } from './compare';
import { history } from './history';
import type { Interrupted, OperatorOptions, RebuildOutcome, RebuildRequest } from './operations';
import { underLease, type Holding } from './under-lease';

type Rebuilding = OperatorOptions & {
  readonly projection: Projection;
  readonly request: RebuildRequest;
  readonly generation: number;
  readonly epoch: number;
};

const INTERRUPTED: Interrupted = { kind: 'interrupted' };
const LIVE_BATCH = 500;

/** Drops what is older than the generation a rollback goes to. */
const dropOlder = async ({ views }: OperatorOptions, record: SliceRecord): Promise<void> => {
  const kept = [record.active, record.previous, record.building];
  for (let generation = 1; generation < record.active; generation += 1)
    if (!kept.includes(generation)) await views.drop(generationOf(record.slice, generation));
};

/** The generation to build: the one begun before, or the next one, empty. */
const begun = async (
  { views }: OperatorOptions,
  record: SliceRecord,
  fresh: boolean,
): Promise<number | undefined> => {
  const { slice, active, previous, building } = record;
  if (building !== null && !fresh) return building;
  const next = Math.max(active, previous ?? 0, building ?? 0) + 1;
  await views.drop(generationOf(slice, next));
  const begin = { slice, expected: { active, building }, change: { building: next } };
  if ((await views.changeSlices([begin], { lasting: true })) === 0) return undefined;
  if (building !== null) await views.drop(generationOf(slice, building));
  return next;
};

/** Brings the live generation to a position that was passed meanwhile. */
const advance = async (options: OperatorOptions, live: Slice, upTo: Position | undefined) => {
  if (upTo === undefined) return;
  const { store, slices } = options;
  const incoming = incomingOf(slices.aggregates, slices.read);
  let batch: RecordedEvent[] = [];
  const apply = (reached: Position) =>
    live.apply(
      batch.flatMap((each) => incoming(each) ?? []),
      reached,
    );
  for await (const event of history(store, { from: live.seen(), upTo })) {
    batch.push(event);
    if (batch.length < LIVE_BATCH) continue;
    await apply(event.position);
    batch = [];
  }
  await apply(upTo);
  await live.rest();
};

/** Both generations at the same position: whichever is behind goes on to where the other is. */
const level = async (options: OperatorOptions, built: Builder, live: Slice) => {
  const reached = built.position();
  if (reached !== undefined && isAfter(reached, live.seen())) await advance(options, live, reached);
  const upTo = live.seen();
  return upTo === undefined ? { kind: 'built' as const } : built.build(upTo);
};

const switchTo = async (
  { views, generation, epoch }: Rebuilding,
  { record, lease }: Holding,
): Promise<boolean> => {
  const { slice, active, beat } = record;
  const change = {
    ...{ active: generation, previous: active, building: null },
    // above whatever the builders have claimed, so that the next owner may write
    ...{ owner: null, epoch: Math.max(lease.epoch, epoch) + 1, beat: beat + 1, until: 0 },
  };
  const expected = { epoch: lease.epoch, active, building: generation };
  return (await views.changeSlices([{ slice, expected, change }], { lasting: true })) === 1;
};

/** Both generations at one position, compared, and the switch. The live one rests meanwhile. */
const finish = async (options: Rebuilding, built: Builder, holding: Holding): Promise<RebuildOutcome> => {
  const { views, projection, generation, request } = options;
  const { record, lease } = holding;
  if (record.building !== generation) return INTERRUPTED;
  const live = await openSlice({ projection, generation: record.active, views, lease });
  const outcome = await level(options, built, live);
  if (outcome.kind !== 'built') return outcome;
  const comparison = await compare(views, live.name, generationOf(record.slice, generation));
  if (!comparison.same && request.force !== true) return { kind: 'differs', generation, comparison };
  if (!lease.held() || !(await switchTo(options, holding))) return INTERRUPTED;
  const { active: previous } = record;
  return {
    ...{ kind: 'switched', generation, previous, comparison },
    ...{ position: built.position(), events: built.events() },
  };
};

/** Folds history into a new generation beside the live one, compares, and switches. */
export const rebuildSlice = async (
  options: OperatorOptions,
  projection: Projection,
  slice: string,
  request: RebuildRequest,
): Promise<RebuildOutcome> => {
  const { views, index } = options;
  const record = (await views.slices()).find((each) => each.slice === slice);
  if (record === undefined) return { kind: 'unknown-slice' };
  await dropOlder(options, record);
  const generation = await begun(options, record, request.fresh === true);
  if (generation === undefined) return INTERRUPTED;
  const name = generationOf(slice, generation);
  await index(slice, name);
  const epoch = (await views.claimedBy(name)) + 1;
  if (!(await views.claim(name, epoch))) return INTERRUPTED;
  const built = builder({
    ...{ ...options, projection, name, epoch },
    from: (await views.checkpoints([name])).get(name),
    discarded: new Set((await views.discarded(slice)).map(eventName)),
    onBatch: (events, position) => request.onProgress?.({ slice, generation, events, position }),
  });
  const outcome = await built.build();
  if (outcome.kind !== 'built') return outcome;
  const rebuilding: Rebuilding = { ...options, projection, request, generation, epoch };
  return underLease(options, slice, (holding) => finish(rebuilding, built, holding));
};
