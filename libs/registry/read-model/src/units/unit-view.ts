import type { SealedText } from '@benkan/contracts';
import type { Projection, ViewEvent } from '@benkan/projections';
import {
  assigned,
  versionsAfter,
  type DatedCode,
  type InferredPart,
  type UnitVersion,
} from '@benkan/registry-domain';
import { ofRegistry, type RegistryEvent } from '../registry-event';

/** A change of a unit, and the act that says so where one was named. */
export type ActedChange = {
  readonly change: 'RENAMED' | 'RECLASSIFIED' | 'MOVED' | 'SPLIT' | 'MERGED' | 'RETIRED';
  readonly effectiveOn: string;
  readonly legalAct: SealedText | null;
};

/** A territorial unit on every day of its history; its names stay in the vault. */
export type UnitView = {
  readonly id: string;
  /** In the order of their days; at most one holds on any day. */
  readonly versions: readonly UnitVersion[];
  /** In the order of their days; of one day, in the order told. */
  readonly changes: readonly ActedChange[];
  readonly codes: readonly DatedCode[];
  readonly inferred: readonly InferredPart[];
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  /** Of its own history. */
  readonly revision: string;
  /** The code it is listed by. */
  readonly order: string;
  /** Commit and prepare of the last event that moved it, 20 digits each: text that sorts. */
  readonly changedAt: string;
};

type Heard<Type extends RegistryEvent['type']> = Extract<RegistryEvent, { type: Type }>;
type Change = Heard<
  'unit-renamed' | 'unit-reclassified' | 'unit-moved' | 'unit-split' | 'unit-merged' | 'unit-retired'
>;
type Told = Change | Heard<'unit-registered' | 'unit-descended' | 'unit-inferred' | 'code-assigned'>;

const TYPES: ReadonlySet<string> = new Set<Told['type']>([
  'unit-registered',
  'unit-descended',
  'unit-inferred',
  'code-assigned',
  'unit-renamed',
  'unit-reclassified',
  'unit-moved',
  'unit-split',
  'unit-merged',
  'unit-retired',
]);

const positionKey = ({ position: { commit, prepare } }: ViewEvent): string =>
  [commit, prepare].map((half) => half.toString().padStart(20, '0')).join('');

const isTold = (event: RegistryEvent): event is Told => TYPES.has(event.type);

const orderOf = (codes: readonly DatedCode[]): string =>
  (codes.find(({ system }) => system === 'HDX_COD') ?? codes[0])?.code ?? '';

const and = (ids: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...ids, ...more]),
];

const registered = ({ data, revision }: Heard<'unit-registered'>): UnitView => {
  const { unitId, unitType, parentId, name, validFrom } = data;
  const codes = data.codes.map((code) => ({ ...code, validFrom: null, validTo: null }));
  return {
    ...{ id: unitId, codes, changes: [], inferred: [], predecessors: [], successors: [] },
    versions: [{ unitType, parentId, name, validFrom, validTo: null }],
    ...{ revision: String(revision), order: orderOf(codes), changedAt: '' },
  };
};

/** The other units an event speaks of: those a unit took the place of, those it became. */
const othersOf = (event: Told): readonly string[] => {
  const { unitId } = event.data;
  const ids =
    event.type === 'unit-descended'
      ? event.data.predecessors
      : event.type === 'unit-split' || event.type === 'unit-merged'
        ? [event.data.into].flat()
        : [];
  return ids.filter((id) => id !== unitId);
};

const recoded = (view: UnitView, { data }: Heard<'code-assigned'>): UnitView => {
  const { unitId: _, ...code } = data;
  const codes = assigned(view.codes, code);
  return { ...view, codes, order: orderOf(codes) };
};

const CHANGES = {
  'unit-renamed': 'RENAMED',
  'unit-reclassified': 'RECLASSIFIED',
  'unit-moved': 'MOVED',
  'unit-split': 'SPLIT',
  'unit-merged': 'MERGED',
  'unit-retired': 'RETIRED',
} as const satisfies Readonly<Record<Change['type'], ActedChange['change']>>;

const acted = (changes: readonly ActedChange[], { type, data }: Change): readonly ActedChange[] => {
  const { effectiveOn, legalAct } = data;
  const before = changes.filter((one) => one.effectiveOn <= effectiveOn);
  const later = changes.filter((one) => one.effectiveOn > effectiveOn);
  return [...before, { change: CHANGES[type], effectiveOn, legalAct }, ...later];
};

const own = (view: UnitView, event: Exclude<Told, Heard<'unit-registered'>>): UnitView => {
  switch (event.type) {
    case 'unit-descended':
      return { ...view, predecessors: and(view.predecessors, event.data.predecessors) };
    case 'unit-inferred':
      return { ...view, inferred: event.data.parts };
    case 'code-assigned':
      return recoded(view, event);
    default:
      return {
        ...view,
        versions: versionsAfter(view.versions, event),
        changes: acted(view.changes, event),
        successors: and(view.successors, othersOf(event)),
      };
  }
};

const related = (view: UnitView, { type, data }: Told): UnitView =>
  type === 'unit-descended'
    ? { ...view, successors: and(view.successors, [data.unitId]) }
    : { ...view, predecessors: and(view.predecessors, [data.unitId]) };

const after = (view: UnitView | undefined, event: Told, key: string): UnitView | undefined => {
  if (event.type === 'unit-registered') return registered(event);
  if (view === undefined) return undefined;
  return key === event.data.unitId
    ? { ...own(view, event), revision: String(event.revision) }
    : related(view, event);
};

/** One document a unit; what one became is written at both ends. */
export const unitsProjection: Projection<UnitView> = ofRegistry({
  name: 'units',
  version: 3,
  keys: (event) => (isTold(event) ? [event.data.unitId, ...othersOf(event)] : []),
  evolve: (view, event, key) => {
    const next = isTold(event) ? after(view, event, key) : view;
    return next === view || next === undefined ? view : { ...next, changedAt: positionKey(event) };
  },
});
