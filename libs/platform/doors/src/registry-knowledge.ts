import { LRUCache } from 'lru-cache';
import { getUnit } from '@benkan/contracts/registry';
import type { Ask, Because } from './asking';
import { participantsAsked, participantsSeen } from './participants-asked';

type Knows = (id: string, because: Because) => Promise<boolean>;

const MOST = 50_000;

// what the registry once knew it knows for ever: only the yes is kept
const remembered = (
  asks: (id: string, because: Because) => Promise<unknown>,
  known = new LRUCache<string, true>({ max: MOST }),
): Knows => {
  return async (id, because) => {
    if (known.has(id)) return true;
    if ((await asks(id, because)) === undefined) return false;
    known.set(id, true);
    return true;
  };
};

/** Whether the registry knows a participant; a sheet full of them is one question. */
export const participantKnowledge = (ask: Ask): Knows =>
  remembered(participantsAsked(ask), participantsSeen(ask));

/** Whether the registry knows a territorial unit. */
export const unitKnowledge = (ask: Ask): Knows =>
  remembered((unitId, because) => ask(getUnit, { unitId }, because));
