import type { SealedText } from '@benkan/contracts';
import { committeeEvents } from '@benkan/contracts/registry';
import type { Projection } from '@benkan/projections';
import { standing, told, type Activity, type Established, type Tenure } from '@benkan/registry-domain';
import { ofRegistry, type RegistryEvent } from '../registry-event';

type CommitteeEvent = Extract<RegistryEvent, { type: (typeof committeeEvents)[number]['type'] }>;
type DataOf<Type> = Extract<CommitteeEvent, { type: Type }>['data'];
type Adopted = { readonly since: string; readonly frequency: Established['frequency'] };

/** A committee; its name and its legal act stay in the vault. */
export type CommitteeView = {
  readonly id: string;
  readonly unitId: string;
  readonly level: Established['level'];
  readonly name: SealedText;
  readonly legalAct: SealedText;
  readonly frequency: Established['frequency'];
  readonly installedOn: string | null;
  readonly status: 'ESTABLISHED' | 'INSTALLED' | 'SUSPENDED';
  readonly presidency: Tenure['state'] | 'NOT_REPORTED';
  readonly tenures: readonly Tenure[];
  readonly rules: readonly Adopted[];
  readonly activity: readonly Activity[];
  readonly revision: string;
  /** The unit it is listed by. */
  readonly order: string;
};

type Steps = {
  readonly [Type in CommitteeEvent['type']]?: (
    view: CommitteeView,
    data: DataOf<Type>,
  ) => Partial<CommitteeView>;
};

const presided = ({ tenures: before }: CommitteeView, tenure: Tenure): Partial<CommitteeView> => {
  const tenures = told(before, tenure);
  return { tenures, presidency: standing(tenures)?.state ?? 'NOT_REPORTED' };
};

const active = ({ activity: before, installedOn }: CommitteeView, one: Activity): Partial<CommitteeView> => {
  const activity = told(before, one);
  const atWork = installedOn === null ? 'ESTABLISHED' : 'INSTALLED';
  return { activity, status: standing(activity)?.state === 'SUSPENDED' ? 'SUSPENDED' : atWork };
};

const steps: Steps = {
  'committee-installed': (_, { installedOn }) => ({ installedOn, status: 'INSTALLED' }),
  'rules-adopted': ({ rules: before }, { frequency, adoptedOn }) => {
    const rules = told(before, { since: adoptedOn, frequency });
    return { rules, frequency: standing(rules)?.frequency ?? frequency };
  },
  'president-designated': (view, { committeeId: _, ...data }) => presided(view, { state: 'HELD', ...data }),
  'presidency-vacated': (view, { since, note }) => presided(view, { state: 'VACANT', since, note }),
  'committee-suspended': (view, { since, reason, note }) =>
    active(view, { state: 'SUSPENDED', since, reason, note }),
  'committee-reactivated': (view, { since, note }) => active(view, { state: 'ACTIVE', since, note }),
  'committee-transferred': (_, { unitId }) => ({ unitId, order: unitId }),
};

const established = ({ committeeId, ...committee }: Established): Omit<CommitteeView, 'revision'> => ({
  id: committeeId,
  ...committee,
  ...{ installedOn: null, status: 'ESTABLISHED', presidency: 'NOT_REPORTED' },
  ...{ tenures: [], rules: [], activity: [], order: committee.unitId },
});

const types: ReadonlySet<string> = new Set(committeeEvents.map(({ type }) => type));
const isOurs = (event: RegistryEvent): event is CommitteeEvent => types.has(event.type);

const evolve = (view: CommitteeView | undefined, event: RegistryEvent): CommitteeView | undefined => {
  if (!isOurs(event)) return view;
  const revision = String(event.revision);
  if (event.type === 'committee-established') return { ...established(event.data), revision };
  if (view === undefined) return undefined;
  // each type leads to the step that takes its data
  const step = steps[event.type] as
    ((view: CommitteeView, data: CommitteeEvent['data']) => Partial<CommitteeView>) | undefined;
  return { ...view, ...step?.(view, event.data), revision };
};

/** One document a committee. */
export const committeesProjection: Projection<CommitteeView> = ofRegistry({
  name: 'committees',
  version: 2,
  keys: (event) => (isOurs(event) ? [event.data.committeeId] : []),
  evolve,
});
