import type { Participant } from '@benkan/registry-domain';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';

type Reading = Pick<RegistryContext, 'current'>;
export type Member = { readonly id: string; readonly state: Exclude<Participant, { status: 'unknown' }> };

// a merge never closes a circle; a history someone tampered with may
const MOST_STEPS = 100;

/** The record a person is kept under: the given one, or whichever it was merged into. */
export const rootOf = async ({ current }: Reading, id: string) => {
  let found = { id, ...(await current(participants, id)) };
  for (let step = 0; found.state.status === 'merged' && step < MOST_STEPS; step += 1)
    found = { id: found.state.into, ...(await current(participants, found.state.into)) };
  return found;
};

/** The records that lead to a given one, over any number of merges; not itself. */
export const membersOf = async ({ current }: Reading, id: string): Promise<readonly Member[]> => {
  const members = new Map<string, Member['state']>();
  const waiting = [id];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop()) {
    const { state } = await current(participants, holder);
    for (const duplicate of state.status === 'unknown' ? [] : state.duplicates) {
      const { state: other } = await current(participants, duplicate);
      // taken in, but it never followed
      if (other.status !== 'merged' || other.into !== holder || members.has(duplicate)) continue;
      members.set(duplicate, other);
      waiting.push(duplicate);
    }
  }
  return [...members].map(([member, state]) => ({ id: member, state }));
};

/** Whether a record has taken another in, over any number of merges, completed or under way. */
export const hasTakenIn = async ({ current }: Reading, id: string, other: string): Promise<boolean> => {
  const met = new Set([id]);
  for (const holder of met) {
    const { state } = await current(participants, holder);
    for (const duplicate of state.status === 'unknown' ? [] : state.duplicates) met.add(duplicate);
    if (met.has(other)) return true;
  }
  return false;
};
