import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { Committee, Quorum, Rules, RulesAdopted } from '../committee';
import { firstRefusal } from '../first-refusal';

export type AdoptRules = Said<Rules>;

export type AdoptRulesRefusal =
  'committee-unknown' | 'in-the-future' | 'quorum-above-one' | 'differs-from-recorded';

const isAboveOne = (quorum: Quorum | null): boolean =>
  quorum?.kind === 'SHARE' && quorum.numerator > quorum.denominator;

/** Rules hold from the day they were adopted; whatever they leave unknown blocks nothing. */
export const adoptRules = (
  { data, at }: AdoptRules,
  committee: Committee,
): Decision<RulesAdopted, AdoptRulesRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { committeeId, frequency, quorum, source, adoptedOn } = data;
  const given = { frequency, quorum, source };
  const recorded = committee.rules.findLast(({ since }) => since === adoptedOn);
  if (recorded !== undefined) return asRecorded(recorded, given);
  const no = firstRefusal([adoptedOn > dayOf(at), 'in-the-future'], [isAboveOne(quorum), 'quorum-above-one']);
  return no ?? accept({ type: 'rules-adopted', data: { committeeId, ...given, adoptedOn } });
};
