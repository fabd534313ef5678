import type { accessDenied, FactOf, namesOpened } from '@benkan/contracts';
import type { Projection, ViewEvent } from '@benkan/projections';
import type { DataOf } from '../heard-event';

type Denied = FactOf<typeof accessDenied>['data'];
type Opened = FactOf<typeof namesOpened>['data'];

/** A line of the access records, as stored. */
export type AccessRecordView = {
  readonly id: string;
  /** Instant, the order of the list. */
  readonly at: string;
  readonly outcome: Denied['outcome'] | 'revealed' | 'names-opened';
  readonly actor: string | null;
  readonly role: Denied['role'];
  readonly wireName: string;
  readonly resourceId: string | null;
  readonly count: number;
  /** Null where nobody was shown. */
  readonly purpose: DataOf<'personal-data-revealed'>['purpose'] | Opened['purpose'] | null;
};

type Line = Omit<AccessRecordView, 'id'>;

const denied = ({ from, outcome, actor, role, wireName, resourceId, count }: Denied): Line => ({
  ...{ at: from, outcome, actor, role, wireName, resourceId, count, purpose: null },
});

const revealed = (
  { participantId, purpose }: DataOf<'personal-data-revealed'>,
  { at, actor }: Pick<ViewEvent, 'at' | 'actor'>,
): Line => ({
  at,
  outcome: 'revealed',
  actor,
  // nobody else may say it
  role: 'protection-officer',
  wireName: 'registry.reveal-participant',
  resourceId: participantId,
  count: 1,
  purpose,
});

const actorRevealed = (
  { actorId, purpose }: DataOf<'restricted-actor-revealed'>,
  { at, actor }: Pick<ViewEvent, 'at' | 'actor'>,
): Line => ({
  ...{ at, outcome: 'revealed', actor, wireName: 'registry.reveal-actor', resourceId: actorId, count: 1 },
  purpose,
  // several roles may say it, and the event does not tell which did
  role: null,
});

const opened = (data: Opened, { at, actor }: Pick<ViewEvent, 'at' | 'actor'>): Line => ({
  ...{ at, outcome: 'names-opened', actor },
  ...data,
});

const lineOf = (event: ViewEvent): Line | undefined => {
  // an event reaches a view only after its schema was checked
  if (event.type === 'access-denied') return denied(event.data as Denied);
  if (event.type === 'names-opened') return opened(event.data as Opened, event);
  if (event.type === 'personal-data-revealed')
    return revealed(event.data as DataOf<'personal-data-revealed'>, event);
  if (event.type === 'restricted-actor-revealed')
    return actorRevealed(event.data as DataOf<'restricted-actor-revealed'>, event);
  return undefined;
};

const TOLD = new Set([
  'access-denied',
  'names-opened',
  'personal-data-revealed',
  'restricted-actor-revealed',
]);

const keyOf = ({ stream, revision }: ViewEvent): string => `${stream}@${revision}`;

/** One document a record of access: denials as they were counted, each reveal, each opening of names. */
export const accessRecordsProjection: Projection<AccessRecordView> = {
  name: 'access-records',
  version: 2,
  keys: (event) => (TOLD.has(event.type) ? [keyOf(event)] : []),
  evolve: (view, event, key) => {
    const line = lineOf(event);
    return line === undefined ? view : { id: key, ...line };
  },
};
