import { queryDoor, unknownResource } from '@benkan/doors';
import { getCommittee } from '@benkan/contracts/registry';
import type { SealedText } from '@benkan/kernel';
import { frequencyOf, standing, unitOf, type Committee } from '@benkan/registry-domain';
import { committees as aggregate } from '../aggregates';
import type { RegistryContext } from '../context';
import { maybe, presidencyOf, seatOf, type TextOf } from './shown';

type Known = Exclude<Committee, { readonly status: 'unknown' }>;

const lastingSeats = ({ seats }: Known) => [...seats].filter(([, { ended }]) => ended === null);

const textsOf = (state: Known): readonly (SealedText | null)[] => {
  const president = standing(state.presidency);
  return [
    ...[state.established.name, state.established.legalAct, standing(state.rules)?.source ?? null],
    ...(president === undefined ? [] : [president.state === 'HELD' ? president.legalAct : president.note]),
    ...lastingSeats(state).map(([, { label }]) => label),
    ...[...state.commissions.values()].map(({ theme }) => theme),
    ...state.transfers.map(({ legalAct }) => legalAct),
    standing(state.activity)?.note ?? null,
  ];
};

const presidency = ({ presidency: tenures }: Known, textOf: TextOf) => {
  const last = standing(tenures);
  const [legalAct, note] = last?.state === 'HELD' ? [last.legalAct, null] : [null, last?.note ?? null];
  return { ...presidencyOf(tenures), legalAct: maybe(legalAct, textOf), note: maybe(note, textOf) };
};

const rules = ({ rules: adopted }: Known, textOf: TextOf) => {
  const last = standing(adopted);
  if (last === undefined) return null;
  const { frequency, quorum, source, adoptedOn } = last;
  return { frequency, quorum, source: maybe(source, textOf), adoptedOn };
};

const bureau = ({ bureau: roles }: Known) =>
  [...roles].flatMap(([role, namings]) => {
    const last = standing(namings);
    return last === undefined || last.seatId === null
      ? []
      : [{ role, seatId: last.seatId, since: last.since }];
  });

const suspensionOf = ({ activity }: Known, textOf: TextOf) => {
  const last = standing(activity);
  if (last?.state !== 'SUSPENDED') return null;
  return { since: last.since, reason: last.reason, note: maybe(last.note, textOf) };
};

const statusOf = ({ status, activity }: Known) => {
  if (standing(activity)?.state === 'SUSPENDED') return 'SUSPENDED' as const;
  return status === 'installed' ? ('INSTALLED' as const) : ('ESTABLISHED' as const);
};

const whole = (state: Known, textOf: TextOf) => {
  const { committeeId: id, level, name, legalAct } = state.established;
  const memberships = [...state.memberships.values()];
  return {
    ...{ id, unitId: unitOf(state), level, name: textOf(name), legalAct: textOf(legalAct) },
    ...{ frequency: frequencyOf(state), status: statusOf(state), template: state.template },
    installedOn: state.status === 'installed' ? state.installedOn : null,
    rules: rules(state, textOf),
    presidency: presidency(state, textOf),
    seats: lastingSeats(state).map((seat) => seatOf(seat, memberships, textOf)),
    bureau: bureau(state),
    commissions: [...state.commissions].map(([commissionId, { theme, createdOn, closedOn }]) => ({
      id: commissionId,
      theme: textOf(theme),
      createdOn,
      closedOn,
    })),
    suspension: suspensionOf(state, textOf),
    transfers: state.transfers.map(({ unitId, transferredOn, legalAct: act }) => ({
      unitId,
      transferredOn,
      legalAct: textOf(act),
    })),
  };
};

/** registry.get-committee: from the committee's own events, so that a caller may decide on it. */
export const getCommitteeDoor = ({ current, texts }: RegistryContext) =>
  queryDoor(getCommittee, async ({ body: { committeeId } }) => {
    const { state, revision } = await current(aggregate, committeeId);
    if (state.status === 'unknown') throw unknownResource();
    return { ...whole(state, await texts(textsOf(state))), revision: revision.toString() };
  });
