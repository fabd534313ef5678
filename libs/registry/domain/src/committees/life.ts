import type { SealedText } from '@benkan/kernel';
import type {
  BureauRole,
  CommissionCreated,
  Designated,
  Established,
  LifeFact,
  Rules,
  Suspended,
  Template,
  Transferred,
} from './committee-facts';
import { told, type Dated } from './dated';
import { traitsOfSeat, type Membership, type Seat } from './seat';

/** The presidency from a day on: held in a capacity, or vacant. */
export type Tenure =
  | (Omit<Designated, 'committeeId'> & { readonly state: 'HELD' })
  | (Dated & { readonly state: 'VACANT'; readonly note: SealedText | null });
/** Suspended from a day on, or at work again. */
export type Activity =
  | (Omit<Suspended, 'committeeId'> & { readonly state: 'SUSPENDED' })
  | (Dated & { readonly state: 'ACTIVE'; readonly note: SealedText | null });
export type Commission = Pick<CommissionCreated, 'theme' | 'createdOn'> & {
  readonly closedOn: string | null;
};
/** The seat that holds a role of the bureau; none from that day on where it is null. */
export type Naming = Dated & { readonly seatId: string | null };

/** Everything known of a committee but its installation. */
export type Life = {
  readonly established: Established;
  readonly template: Template | null;
  readonly rules: readonly (Omit<Rules, 'committeeId'> & Dated)[];
  readonly seats: ReadonlyMap<string, Seat>;
  readonly memberships: ReadonlyMap<string, Membership>;
  readonly presidency: readonly Tenure[];
  readonly bureau: ReadonlyMap<BureauRole, readonly Naming[]>;
  readonly commissions: ReadonlyMap<string, Commission>;
  readonly activity: readonly Activity[];
  /** Units it went to after the one it was established for, oldest first. */
  readonly transfers: readonly Omit<Transferred, 'committeeId'>[];
};

export const lifeOf = (established: Established): Life => ({
  established,
  template: null,
  rules: [],
  seats: new Map(),
  memberships: new Map(),
  presidency: [],
  bureau: new Map(),
  commissions: new Map(),
  activity: [],
  transfers: [],
});

const put = <Key, Value>(all: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  new Map(all).set(key, value);

const changed = <Key, Value>(
  all: ReadonlyMap<Key, Value>,
  key: Key,
  change: (before: Value) => Value,
): ReadonlyMap<Key, Value> => {
  const before = all.get(key);
  return before === undefined ? all : put(all, key, change(before));
};

const named = ({ bureau }: Life, role: BureauRole, naming: Naming): Pick<Life, 'bureau'> => ({
  bureau: put(bureau, role, told(bureau.get(role) ?? [], naming)),
});

type DataOf<Type> = Extract<LifeFact, { readonly type: Type }>['data'];
type Steps = { readonly [Type in LifeFact['type']]: (life: Life, data: DataOf<Type>) => Partial<Life> };

const steps: Steps = {
  'committee-template-applied': (_, { template }) => ({ template }),
  'committee-installed': () => ({}),
  'rules-adopted': ({ rules }, { committeeId: _, ...adopted }) => ({
    rules: told(rules, { ...adopted, since: adopted.adoptedOn }),
  }),
  'president-designated': ({ presidency }, { committeeId: _, ...designated }) => ({
    presidency: told(presidency, { state: 'HELD', ...designated }),
  }),
  'presidency-vacated': ({ presidency }, { since, note }) => ({
    presidency: told(presidency, { state: 'VACANT', since, note }),
  }),
  'bureau-member-named': (life, { role, seatId, since }) => named(life, role, { seatId, since }),
  'bureau-role-ended': (life, { role, endedOn }) => named(life, role, { seatId: null, since: endedOn }),
  'working-commission-created': ({ commissions }, { commissionId, theme, createdOn }) => ({
    commissions: put(commissions, commissionId, { theme, createdOn, closedOn: null }),
  }),
  'working-commission-closed': ({ commissions }, { commissionId, closedOn }) => ({
    commissions: changed(commissions, commissionId, (before) => ({ ...before, closedOn })),
  }),
  'committee-suspended': ({ activity }, { since, reason, note }) => ({
    activity: told(activity, { state: 'SUSPENDED', since, reason, note }),
  }),
  'committee-reactivated': ({ activity }, { since, note }) => ({
    activity: told(activity, { state: 'ACTIVE', since, note }),
  }),
  'committee-transferred': ({ transfers }, { committeeId: _, ...transferred }) => ({
    transfers: [...transfers, transferred],
  }),
  'seat-defined': ({ seats }, { seatId, definedOn, ...seat }) => ({
    seats: put(seats, seatId, { ...traitsOfSeat(seat), definedOn, ended: null }),
  }),
  'seat-revised': ({ seats }, { seatId, ...seat }) => ({
    seats: changed(seats, seatId, (before) => ({ ...before, ...traitsOfSeat(seat) })),
  }),
  'seat-ended': ({ seats }, { seatId, endedOn, note }) => ({
    seats: changed(seats, seatId, (before) => ({ ...before, ended: { endedOn, note } })),
  }),
  'member-designated': ({ memberships }, { committeeId: _, ...designation }) => ({
    memberships: put(memberships, designation.membershipId, { ...designation, ended: null }),
  }),
  'membership-ended': ({ memberships }, { membershipId, endedOn, reason, note }) => ({
    memberships: changed(memberships, membershipId, (before) => ({
      ...before,
      ended: { endedOn, reason, note },
    })),
  }),
};

/** The life after one more fact. */
export const lived = <F extends LifeFact>(life: Life, { type, data }: F): Life => ({
  ...life,
  // each type leads to the step that takes its data
  ...(steps[type] as (life: Life, data: F['data']) => Partial<Life>)(life, data),
});
