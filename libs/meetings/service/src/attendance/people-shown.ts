import type { z } from 'zod';
import { getParticipants } from '@benkan/contracts/registry';
import type { getAttendanceSheet } from '@benkan/contracts/meetings';
import type { Because } from '@benkan/doors';
import { Fault } from '@benkan/messaging';
import type { PersonalData } from '@benkan/vault';
import type { MeetingsContext } from '../context';

type Participant = z.output<typeof getParticipants.response>['items'][number];
type Member = z.output<typeof getAttendanceSheet.response>['members'][number];

/** What a sheet may show of people: everything, codes beside their category, or codes alone. */
export type Shown = 'names' | 'categories' | 'codes';

/** A person as a sheet shows them, apart from the seat. */
export type PersonShown = Omit<Member, 'seat' | 'quality'>;

/** People of one question. */
const MOST = 300;

const participantsOf = async (
  { ask }: Pick<MeetingsContext, 'ask'>,
  ids: readonly string[],
  because: Because,
): Promise<ReadonlyMap<string, Participant>> => {
  const found = new Map<string, Participant>();
  for (let from = 0; from < ids.length; from += MOST) {
    const participantIds = ids.slice(from, from + MOST);
    const answer = await ask(getParticipants, { participantIds }, because);
    if (answer === undefined) throw new Fault('unavailable');
    for (const participant of answer.items) found.set(participant.id, participant);
  }
  return found;
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

const shownAs = (
  participantId: string,
  participant: Participant,
  person: PersonalData,
  shown: Shown,
): PersonShown => ({
  participantId,
  code: person.code ?? null,
  ...(shown === 'names' ? named(person, participant) : UNNAMED),
  structureKind: shown === 'codes' ? null : participant.structureKind,
  sex: participant.sex,
  ageBand: participant.ageBand,
  erased: participant.erased,
});

/** People by the ids given, each under the record it goes by now; nothing of the vault that may not be shown leaves here. */
export const peopleShown = async (
  context: Pick<MeetingsContext, 'ask' | 'vault'>,
  ids: readonly string[],
  shown: Shown,
  because: Because,
): Promise<ReadonlyMap<string, PersonShown>> => {
  const participants = await participantsOf(context, [...new Set(ids)], because);
  const rootOf = ({ id, mergedInto }: Participant): string => mergedInto ?? id;
  const held = await context.vault.openPeople([...new Set([...participants.values()].map(rootOf))]);
  return new Map(
    [...participants].map(([id, participant]) => {
      const found = held.get(rootOf(participant));
      const person = found?.kind === 'open' ? found.person : {};
      return [id, shownAs(id, participant, person, shown)] as const;
    }),
  );
};

/** How many of them are named. */
export const namedAmong = (people: Iterable<Pick<PersonShown, 'firstNames' | 'lastName'>>): number =>
  [...people].filter(({ firstNames, lastName }) => (firstNames ?? lastName) !== null).length;
