import { listEvents, type PublicEvent } from '@benkan/contracts/analytics';
import type { PlaceKind } from '@benkan/contracts';
import { lies, pageAnswer, queryDoor, type Because, type Territory } from '@benkan/doors';
import type { EventStore, Position, RecordedEvent } from '@benkan/event-store';

type Kind = PublicEvent['resource']['kind'];

/** What the streams of an aggregate are about, and what places it; a stream without a row is nobody's to hear of. */
const ABOUT: Readonly<Record<string, { readonly kind: Kind; readonly place: PlaceKind }>> = {
  unit: { kind: 'territories', place: 'unit' },
  committee: { kind: 'committees', place: 'committee' },
  participant: { kind: 'participants', place: 'participant' },
  meeting: { kind: 'meetings', place: 'meeting' },
  recommendation: { kind: 'recommendations', place: 'recommendation' },
  training: { kind: 'trainings', place: 'training' },
};

/** That somebody looked at a person, or that a person was taken out, is for auditors to read. */
const HIDDEN: readonly string[] = ['personal-data-revealed', 'personal-data-erased'];

/** Events looked at for one page: most may be hidden from who asks. */
const LOOKED_AT = 1_000;

const STREAM = /^(.+?)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const occurredOn = (metadata: unknown): string | null => {
  const day: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'occurredOn') : null;
  return typeof day === 'string' ? day : null;
};

type Told = { readonly event: PublicEvent; readonly place: PlaceKind };

const toldOf = ({ stream, id, type, position, recordedAt, metadata }: RecordedEvent): Told | undefined => {
  const [, aggregate = '', resourceId = ''] = STREAM.exec(stream) ?? [];
  const about = Object.hasOwn(ABOUT, aggregate) ? ABOUT[aggregate] : undefined;
  if (about === undefined || HIDDEN.includes(type)) return undefined;
  const event = {
    id,
    type,
    position: position.commit.toString(),
    recordedAt: recordedAt.toISOString(),
    occurredOn: occurredOn(metadata),
    resource: { kind: about.kind, id: resourceId },
  };
  return { event, place: about.place };
};

export type EventsContext = {
  readonly store: Pick<EventStore, 'subscribe'>;
  readonly territory: Territory;
  /** The commit position the views of this service have reached. */
  readonly position: () => bigint;
};

type Page = { readonly items: readonly PublicEvent[]; readonly next: string | undefined };

const startOf = (after: bigint): { readonly from?: Position } =>
  after > 0n ? { from: { commit: after, prepare: after } } : {};

/** The events after a position up to another, in order. */
async function* eventsBetween(
  { store }: EventsContext,
  after: bigint,
  upTo: bigint,
): AsyncGenerator<RecordedEvent> {
  const ending = new AbortController();
  try {
    for await (const item of store.subscribe({ ...startOf(after), signal: ending.signal })) {
      if (item.kind === 'caught-up') return;
      if (item.kind !== 'event') continue;
      if (item.event.position.commit > upTo) return;
      yield item.event;
    }
  } finally {
    ending.abort();
  }
}

/** What may be told of these events, and where the look ended when it ended before their end. */
const pageOf = async (
  events: AsyncIterable<RecordedEvent>,
  { limit, upTo }: { readonly limit: number; readonly upTo: bigint },
  visible: (told: Told) => Promise<boolean>,
): Promise<Page> => {
  const items: PublicEvent[] = [];
  let seen = 0;
  for await (const recorded of events) {
    const told = toldOf(recorded);
    if (told !== undefined && (await visible(told))) items.push(told.event);
    seen += 1;
    const { commit } = recorded.position;
    const full = items.length === limit || seen === LOOKED_AT;
    if (full) return { items, next: commit < upTo ? commit.toString() : undefined };
  }
  return { items, next: undefined };
};

/** Where each thing lies: asked anew for each page, as a committee may be transferred, and once a page. */
const onceFor = ({ unitOf }: Territory, because: Because) => {
  const found = new Map<string, Promise<string | undefined>>();
  return ({ event: { resource }, place }: Told): Promise<string | undefined> => {
    const unitId = found.get(resource.id) ?? unitOf(place, resource.id, because);
    found.set(resource.id, unitId);
    return unitId;
  };
};

const NOTHING: Page = { items: [], next: undefined };

/** analytics.list-events: read from the log itself, page by page, cut to where the caller may look. */
export const listEventsDoor = (context: EventsContext) =>
  queryDoor(listEvents, async (asked) => {
    const { body, unitIds } = asked;
    const upTo = context.position();
    const after = body.after === 'end' ? upTo : BigInt(body.after);
    const unitOf = onceFor(context.territory, asked);
    const visible = async (told: Told): Promise<boolean> => {
      if (unitIds === undefined) return true;
      const unitId = await unitOf(told);
      return unitId !== undefined && lies(unitId, unitIds);
    };
    const events = eventsBetween(context, after, upTo);
    const page = after >= upTo ? NOTHING : await pageOf(events, { limit: body.limit, upTo }, visible);
    return pageAnswer(page.items, page.next, upTo);
  });
