import { isWithdrawn, standing, type Committee, type SeatCategory } from '@benkan/registry-domain';
import type { PersonalData } from '@benkan/vault';
import { committees } from '../aggregates';
import type { RegistryContext } from '../context';
import { membersOf, rootOf } from '../participants/family';

type Sitting = {
  readonly participantId: string;
  readonly seat: { readonly category: SeatCategory; readonly quality: 'HOLDER' | 'ALTERNATE' } | null;
};

/** Who sits on a committee now, and who presides without a seat. */
const sittingOn = (committee: Committee): readonly Sitting[] => {
  if (committee.status === 'unknown') return [];
  const seated = [...committee.memberships.values()].flatMap(({ participantId, seatId, quality, ended }) => {
    const category = committee.seats.get(seatId)?.category;
    return ended !== null || category === undefined ? [] : [{ participantId, seat: { category, quality } }];
  });
  const president = standing(committee.presidency);
  if (president?.state !== 'HELD' || president.participantId === null) return seated;
  const { participantId } = president;
  return seated.some((one) => one.participantId === participantId)
    ? seated
    : [...seated, { participantId, seat: null }];
};

type Named = Sitting & { readonly firstNames: string | null; readonly lastName: string | null };
export type PeopleNamed = { readonly people: readonly Named[]; readonly withheld: number };

/** The record a person is kept under, and whether they may be named: not after a withdrawal. */
const nameable = async (context: RegistryContext, participantId: string): Promise<string | undefined> => {
  const { id, state } = await rootOf(context, participantId);
  if (state.status !== 'registered') return undefined;
  const members = await membersOf(context, id);
  const consents = [state.consents, ...members.map((member) => member.state.consents)];
  return isWithdrawn('NOMINATIVE_EXPORT', consents) ? undefined : id;
};

/** Names only, of those who may be named; how many may not. */
export const peopleNamed = async (context: RegistryContext, committeeId: string): Promise<PeopleNamed> => {
  const sitting = sittingOn((await context.current(committees, committeeId)).state);
  const roots = await Promise.all(sitting.map(({ participantId }) => nameable(context, participantId)));
  const held = await context.vault.openPeople(roots.filter((root) => root !== undefined));
  const personOf = (root: string | undefined): PersonalData | undefined => {
    const found = root === undefined ? undefined : held.get(root);
    return found?.kind === 'open' ? found.person : undefined;
  };
  const people = sitting.flatMap(({ seat }, index): readonly Named[] => {
    const root = roots[index];
    const person = personOf(root);
    if (root === undefined || person === undefined) return [];
    const { firstNames = null, lastName = null } = person;
    return [{ participantId: root, seat, firstNames, lastName }];
  });
  return { people, withheld: sitting.length - people.length };
};
