import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import { unitOf, type Committee, type CommitteeTransferred, type Transferred } from '../committee';
import { firstRefusal } from '../first-refusal';

export type TransferCommittee = Said<
  Transferred & {
    readonly unitKnown: boolean;
    /** The committee that already holds the other unit at this level. */
    readonly heldBy: string | null;
  }
>;

export type TransferCommitteeRefusal =
  | 'committee-unknown'
  | 'unit-unknown'
  | 'unit-has-a-committee'
  | 'in-the-future'
  | 'before-the-last-transfer'
  | 'differs-from-recorded';

/** A committee may go to another unit; it keeps its id, its people and its history. */
export const transferCommittee = (
  { data: { unitKnown, heldBy, committeeId, ...given }, at }: TransferCommittee,
  committee: Committee,
): Decision<CommitteeTransferred, TransferCommitteeRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { unitId, transferredOn } = given;
  const last = committee.transfers.at(-1);
  if (unitOf(committee) === unitId) {
    return last === undefined ? accept() : asRecorded(last, given);
  }
  const no = firstRefusal(
    [!unitKnown, 'unit-unknown'],
    [transferredOn > dayOf(at), 'in-the-future'],
    [last !== undefined && transferredOn < last.transferredOn, 'before-the-last-transfer'],
    [heldBy !== null && heldBy !== committeeId, 'unit-has-a-committee'],
  );
  return no ?? accept({ type: 'committee-transferred', data: { committeeId, ...given } });
};
