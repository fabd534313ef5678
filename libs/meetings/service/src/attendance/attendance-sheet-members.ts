import type { z } from 'zod';
import { type getCommittee, listMemberships } from '@benkan/contracts/registry';
import type { getAttendanceSheet } from '@benkan/contracts/meetings';
import type { Because } from '@benkan/doors';
import { Fault } from '@benkan/messaging';
import type { MeetingsContext } from '../context';
import { peopleShown, type Shown } from './people-shown';

type Asking = Pick<MeetingsContext, 'ask' | 'vault'>;
type Committee = z.output<typeof getCommittee.response>;
type Membership = z.output<typeof listMemberships.response>['items'][number];
type ExpectedMember = z.output<typeof getAttendanceSheet.response>['members'][number];

const PAGE = 200;

/** Who is in office on a day, page by page. */
const inOffice = async (
  { ask }: Asking,
  committeeId: string,
  on: string,
  because: Because,
): Promise<readonly Membership[]> => {
  const found: Membership[] = [];
  let after: string | undefined;
  do {
    const request = { committeeId, on, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await ask(listMemberships, request, because);
    // a sheet that leaves people out is worse than none
    if (page === undefined) throw new Fault('unavailable');
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
};

const bySeat = ({ seats }: Committee) => {
  const order = new Map(seats.map(({ id }, index) => [id, index]));
  const rank = ({ seatId, quality }: Membership): number =>
    (order.get(seatId) ?? seats.length) * 2 + (quality === 'HOLDER' ? 0 : 1);
  return (one: Membership, other: Membership): number => rank(one) - rank(other);
};

/** Who is expected of a committee on a day, seat by seat. */
export const expectedMembers = async (
  context: Asking,
  { committee, on, shown }: { readonly committee: Committee; readonly on: string; readonly shown: Shown },
  because: Because,
): Promise<readonly ExpectedMember[]> => {
  const memberships = [...(await inOffice(context, committee.id, on, because))].sort(bySeat(committee));
  const ids = memberships.map(({ participantId }) => participantId);
  const people = await peopleShown(context, ids, shown, because);
  const labels = new Map(committee.seats.map(({ id, label }) => [id, label]));
  return memberships.flatMap(({ participantId, seatId, quality }): readonly ExpectedMember[] => {
    const person = people.get(participantId);
    if (person === undefined) return [];
    const seat = shown === 'codes' ? null : (labels.get(seatId) ?? null);
    return [{ ...person, seat, quality: quality === 'HOLDER' ? 'MEMBER' : 'ALTERNATE' }];
  });
};
