import { actorMapEvents } from '@benkan/contracts/registry';
import type { Projection } from '@benkan/projections';
import type { KnownMap, Started } from '@benkan/registry-domain';
import { ofRegistry, type RegistryEvent } from '../registry-event';

type MapEvent = Extract<RegistryEvent, { type: (typeof actorMapEvents)[number]['type'] }>;
type DataOf<Type> = Extract<MapEvent, { type: Type }>['data'];
type Expiry = { readonly actorId: string; readonly expiresOn: string };

/** A version of the actor map of a unit, without its actors. */
export type ActorMapView = {
  readonly id: string;
  readonly unitId: string;
  readonly version: number;
  readonly status: KnownMap['status'];
  readonly mappedOn: string;
  readonly basedOn: string | null;
  readonly publishedOn: string | null;
  readonly supersededOn: string | null;
  readonly archivedOn: string | null;
  /** Actors on the map, and groups still excluded, in numbers. */
  readonly actors: number;
  readonly excludedGroups: number;
  /** Names that are to be destroyed after a day, and were not yet. */
  readonly expiries: readonly Expiry[];
  readonly revision: string;
  /** Unit and version. */
  readonly order: string;
};

type Steps = {
  readonly [Type in MapEvent['type']]?: (view: ActorMapView, data: DataOf<Type>) => Partial<ActorMapView>;
};

const DIGITS = 6;

const started = ({ actorMapId, ...map }: Started): Omit<ActorMapView, 'revision'> => ({
  id: actorMapId,
  ...map,
  ...{ status: 'DRAFT', publishedOn: null, supersededOn: null, archivedOn: null },
  ...{ actors: 0, excludedGroups: 0, expiries: [] },
  order: `${map.unitId}|${String(map.version).padStart(DIGITS, '0')}`,
});

const without = ({ expiries }: ActorMapView, actorId: string): readonly Expiry[] =>
  expiries.filter((one) => one.actorId !== actorId);

const expiring = (view: ActorMapView, { actorId, expiresOn }: DataOf<'actor-added' | 'actor-revised'>) =>
  expiresOn === null ? without(view, actorId) : [...without(view, actorId), { actorId, expiresOn }];

const steps: Steps = {
  'actor-added': (view, data) => ({ actors: view.actors + 1, expiries: expiring(view, data) }),
  'actor-revised': (view, data) => ({ expiries: expiring(view, data) }),
  'actor-removed': ({ actors }) => ({ actors: actors - 1 }),
  'actor-name-expired': (view, { actorId }) => ({ expiries: without(view, actorId) }),
  'excluded-group-flagged': ({ excludedGroups }) => ({ excludedGroups: excludedGroups + 1 }),
  'inclusion-reviewed': ({ excludedGroups }, { outcome }) =>
    outcome === 'NO_LONGER_EXCLUDED' ? { excludedGroups: excludedGroups - 1 } : {},
  'actor-map-published': (_, { on }) => ({ status: 'PUBLISHED', publishedOn: on }),
  'actor-map-superseded': (_, { on }) => ({ status: 'SUPERSEDED', supersededOn: on }),
  'actor-map-archived': (_, { on }) => ({ status: 'ARCHIVED', archivedOn: on }),
};

const types: ReadonlySet<string> = new Set(actorMapEvents.map(({ type }) => type));
const isOurs = (event: RegistryEvent): event is MapEvent => types.has(event.type);

const evolve = (view: ActorMapView | undefined, event: RegistryEvent): ActorMapView | undefined => {
  if (!isOurs(event)) return view;
  const revision = String(event.revision);
  if (event.type === 'actor-mapping-started') return { ...started(event.data), revision };
  if (view === undefined) return undefined;
  // each type leads to the step that takes its data
  const step = steps[event.type] as
    ((view: ActorMapView, data: MapEvent['data']) => Partial<ActorMapView>) | undefined;
  return { ...view, ...step?.(view, event.data), revision };
};

/** One document a map. */
export const actorMapsProjection: Projection<ActorMapView> = ofRegistry({
  name: 'actor-maps',
  version: 1,
  keys: (event) => (isOurs(event) ? [event.data.actorMapId] : []),
  evolve,
});
