import type { Fold } from '@benkan/kernel';
import type { Aimed, Begun, Closed, Framing, Opened, ProjectFact } from './project-facts';

/** What was supported, and until when; still so where `endedOn` is null. */
export type Support = Omit<Begun, 'projectId'> & { readonly endedOn: string | null };
export type Target = Omit<Aimed, 'projectId'> & {
  /** How many times it took the place of another figure. */
  readonly superseded: number;
  readonly withdrawn: boolean;
};

export type KnownProject = {
  readonly status: 'open' | 'closed';
  readonly opened: Opened;
  /** As it was revised last. */
  readonly framing: Framing;
  /** In the order told; what is supported again stands twice. */
  readonly supports: readonly Support[];
  readonly targets: ReadonlyMap<string, Target>;
  readonly closed: Omit<Closed, 'projectId'> | null;
};
export type Project = { readonly status: 'unknown' } | KnownProject;

const begun = ({ opened }: { readonly opened: Opened }): KnownProject => {
  const { from, to, purposeCodes, markers } = opened;
  return {
    status: 'open',
    opened,
    framing: { from, to, purposeCodes, markers },
    supports: [],
    targets: new Map(),
    closed: null,
  };
};

const aimed = (targets: KnownProject['targets'], { projectId: _, ...data }: Aimed) => {
  const before = targets.get(data.targetId);
  const superseded = before === undefined ? 0 : before.superseded + 1;
  return new Map(targets).set(data.targetId, { ...data, superseded, withdrawn: false });
};

const withdrawn = (targets: KnownProject['targets'], targetId: string) => {
  const target = targets.get(targetId);
  return target === undefined ? targets : new Map(targets).set(targetId, { ...target, withdrawn: true });
};

const told = (state: KnownProject, { type, data }: ProjectFact): KnownProject => {
  switch (type) {
    case 'project-opened':
      return state;
    case 'project-revised': {
      const { projectId: _, reason: _reason, ...framing } = data;
      return { ...state, framing };
    }
    case 'support-begun': {
      const { projectId: _, ...support } = data;
      return { ...state, supports: [...state.supports, { ...support, endedOn: null }] };
    }
    case 'support-ended': {
      const ends = ({ supportedId, endedOn }: Support) =>
        supportedId === data.supportedId && endedOn === null;
      const supports = state.supports.map((one) => (ends(one) ? { ...one, endedOn: data.endedOn } : one));
      return { ...state, supports };
    }
    case 'target-set':
      return { ...state, targets: aimed(state.targets, data) };
    case 'target-withdrawn':
      return { ...state, targets: withdrawn(state.targets, data.targetId) };
    case 'project-closed': {
      const { projectId: _, ...closed } = data;
      return { ...state, status: 'closed', closed };
    }
  }
};

/** A project somebody pays for. */
export const project: Fold<Project, ProjectFact> = {
  initial: { status: 'unknown' },
  evolve: (state, fact) => {
    if (fact.type === 'project-opened') return begun({ opened: fact.data });
    return state.status === 'unknown' ? state : told(state, fact);
  },
};

/** Whatever a project ever supported, each once. */
export const supportedBy = ({ supports }: KnownProject, kind: Begun['kind']): readonly string[] => [
  ...new Set(supports.filter((one) => one.kind === kind).map(({ supportedId }) => supportedId)),
];
