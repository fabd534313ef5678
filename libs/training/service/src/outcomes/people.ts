import type { Role } from '@benkan/contracts';
import { getParticipant } from '@benkan/contracts/registry';
import type { Because } from '@benkan/doors';
import type { z } from 'zod';
import type { TrainingContext } from '../context';

export type Traits = z.output<(typeof getParticipant)['response']>;
export type Name = { readonly firstNames: string | null; readonly lastName: string | null };

/** Who may read the names of those who took part. */
const NAMERS: readonly Role[] = ['trainer', 'focal-point', 'supervisor', 'protection-officer'];
export const mayRead = (role: Role): boolean => NAMERS.includes(role);

/** Asked at a time: a sheet has 300 lines, and others ask too. */
const AT_ONCE = 25;

/** What the registry says of participants, without names; nobody it does not know. */
export const traitsOf = async (
  { ask }: Pick<TrainingContext, 'ask'>,
  participantIds: readonly string[],
  because: Because,
): Promise<ReadonlyMap<string, Traits>> => {
  const found = new Map<string, Traits>();
  for (let from = 0; from < participantIds.length; from += AT_ONCE)
    await Promise.all(
      participantIds.slice(from, from + AT_ONCE).map(async (participantId) => {
        const traits = await ask(getParticipant, { participantId }, because);
        if (traits !== undefined) found.set(participantId, traits);
      }),
    );
  return found;
};

/** How many of them are named. */
export const namedAmong = (people: readonly Name[]): number =>
  people.filter(({ firstNames, lastName }) => (firstNames ?? lastName) !== null).length;

const NOBODY: Name = { firstNames: null, lastName: null };

/** The names kept of people; a record that was merged bears the name of the one it went into. */
export const namesOf = async (
  { vault }: Pick<TrainingContext, 'vault'>,
  people: readonly Pick<Traits, 'id' | 'mergedInto'>[],
): Promise<(participantId: string) => Name> => {
  const refs = new Map(people.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const held = await vault.openPeople([...new Set(refs.values())]);
  return (participantId) => {
    const found = held.get(refs.get(participantId) ?? participantId);
    if (found?.kind !== 'open') return NOBODY;
    const { firstNames = null, lastName = null } = found.person;
    return { firstNames, lastName };
  };
};

/** Whether a person took back that they may be named in what is handed on. */
export const isUnnamed = ({ consents }: Traits): boolean =>
  consents.some(({ purpose, status }) => purpose === 'NOMINATIVE_EXPORT' && status === 'WITHDRAWN');
