import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import type { BureauRoleEnded, Committee, RoleEnded } from '../committee';
import { roleOn } from '../sitting';

export type EndBureauRole = Said<RoleEnded>;

export type EndBureauRoleRefusal = 'committee-unknown' | 'in-the-future' | 'bureau-role-not-held';

/** Nobody holds the role from a day on. */
export const endBureauRole = (
  { data, at }: EndBureauRole,
  committee: Committee,
): Decision<BureauRoleEnded, EndBureauRoleRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { role, endedOn } = data;
  const recorded = roleOn(committee, role, endedOn);
  if (recorded.seatId === null && recorded.since === endedOn) return accept();
  if (endedOn > dayOf(at)) return refuse('in-the-future');
  if (recorded.seatId === null) return refuse('bureau-role-not-held');
  return accept({ type: 'bureau-role-ended', data });
};
