import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { Committee, PresidencyVacated, Vacated } from '../committee';
import { standing } from '../dated';

export type DeclarePresidencyVacant = Said<Vacated>;

export type DeclarePresidencyVacantRefusal =
  'committee-unknown' | 'in-the-future' | 'presidency-already-vacant' | 'differs-from-recorded';

/** Nobody presides from a day on, until somebody is designated; the committee goes on. */
export const declarePresidencyVacant = (
  { data: { committeeId, since, note }, at }: DeclarePresidencyVacant,
  committee: Committee,
): Decision<PresidencyVacated, DeclarePresidencyVacantRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const recorded = committee.presidency.findLast((one) => one.state === 'VACANT' && one.since === since);
  if (recorded?.state === 'VACANT') return asRecorded(recorded, { note });
  const held = standing(committee.presidency, since);
  if (held?.state === 'VACANT')
    return refuse('presidency-already-vacant', differences<{ since: string }>(held, { since }));
  if (since > dayOf(at)) return refuse('in-the-future');
  return accept({ type: 'presidency-vacated', data: { committeeId, since, note } });
};
