import type { z } from 'zod';
import { type getCommittee, getParticipant, listMemberships } from '@benkan/contracts/registry';
import type { getAttendanceSheet } from '@benkan/contracts/meetings';
import type { Because } from '@benkan/doors';
import { Fault } from '@benkan/messaging';
import type { PersonalData } from '@benkan/vault';
import type { MeetingsContext } from '../context';

type Asking = Pick<MeetingsContext, 'ask' | 'vault'>;
type Committee = z.output<typeof getCommittee.response>;
type Membership = z.output<typeof listMemberships.response>['items'][number];
type Participant = z.output<typeof getParticipant.response>;
type ExpectedMember = z.output<typeof getAttendanceSheet.response>['members'][number];

/** What a sheet may show of people: everything, codes beside their category, or codes alone. */
export type Shown = 'names' | 'categories' | 'codes';

/** Questions under way at one time. */
const AT_ONCE = 32;
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

const participantsOf = async (
  { ask }: Asking,
  ids: readonly string[],
  because: Because,
): Promise<ReadonlyMap<string, Participant>> => {
  const found = new Map<string, Participant>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const answers = await Promise.all(
      some.map((participantId) => ask(getParticipant, { participantId }, because)),
    );
    some.forEach((id, index) => {
      const answer = answers[index];
      if (answer !== undefined) found.set(id, answer);
    });
  }
  return found;
};

const bySeat = ({ seats }: Committee) => {
  const order = new Map(seats.map(({ id }, index) => [id, index]));
  const rank = ({ seatId, quality }: Membership): number =>
    (order.get(seatId) ?? seats.length) * 2 + (quality === 'HOLDER' ? 0 : 1);
  return (one: Membership, other: Membership): number => rank(one) - rank(other);
};

/** A phone is for those who agreed to be called. */
const phoneOf = ({ consents }: Participant, { phone }: PersonalData): string | null => {
  const agreed = consents.some(({ purpose, status }) => purpose === 'CONTACT' && status === 'GIVEN');
  return agreed ? (phone ?? null) : null;
};

const named = (person: PersonalData, participant: Participant) => ({
  firstNames: person.firstNames ?? null,
  lastName: person.lastName ?? null,
  structure: person.structure ?? null,
  neighbourhood: person.neighbourhood ?? null,
  phone: phoneOf(participant, person),
});

const UNNAMED = { firstNames: null, lastName: null, structure: null, neighbourhood: null, phone: null };

const memberOf = (
  { participantId, quality, seatId }: Membership,
  participant: Participant,
  person: PersonalData,
  { shown, committee }: { readonly shown: Shown; readonly committee: Committee },
): ExpectedMember => ({
  participantId,
  code: person.code ?? null,
  ...(shown === 'names' ? named(person, participant) : UNNAMED),
  structureKind: shown === 'codes' ? null : participant.structureKind,
  seat: shown === 'codes' ? null : (committee.seats.find(({ id }) => id === seatId)?.label ?? null),
  sex: participant.sex,
  ageBand: participant.ageBand,
  quality: quality === 'HOLDER' ? 'MEMBER' : 'ALTERNATE',
  erased: participant.erased,
});

/** Who is expected of a committee on a day, seat by seat; nothing of the vault that may not be shown leaves here. */
export const expectedMembers = async (
  context: Asking,
  { committee, on, shown }: { readonly committee: Committee; readonly on: string; readonly shown: Shown },
  because: Because,
): Promise<readonly ExpectedMember[]> => {
  const memberships = [...(await inOffice(context, committee.id, on, because))].sort(bySeat(committee));
  const ids = [...new Set(memberships.map(({ participantId }) => participantId))];
  const participants = await participantsOf(context, ids, because);
  const rootOf = (id: string): string => participants.get(id)?.mergedInto ?? id;
  const people = await context.vault.openPeople(ids.map(rootOf));
  return memberships.flatMap((membership): readonly ExpectedMember[] => {
    const participant = participants.get(membership.participantId);
    if (participant === undefined) return [];
    const held = people.get(rootOf(membership.participantId));
    const person = held?.kind === 'open' ? held.person : {};
    return [memberOf(membership, participant, person, { shown, committee })];
  });
};
