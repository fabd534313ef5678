import { LRUCache } from 'lru-cache';
import { getParticipant, getUnit } from '@benkan/contracts/registry';
import type { Ask, Because } from './asking';

type Knows = (id: string, because: Because) => Promise<boolean>;

const MOST = 50_000;

// what the registry once knew it knows for ever: only the yes is kept
const remembered = (asks: (id: string, because: Because) => Promise<unknown>): Knows => {
  const known = new LRUCache<string, true>({ max: MOST });
  return async (id, because) => {
    if (known.has(id)) return true;
    if ((await asks(id, because)) === undefined) return false;
    known.set(id, true);
    return true;
  };
};

/** Whether the registry knows a participant. */
export const participantKnowledge = (ask: Ask): Knows =>
  remembered((participantId, because) => ask(getParticipant, { participantId }, because));

/** Whether the registry knows a territorial unit. */
export const unitKnowledge = (ask: Ask): Knows =>
  remembered((unitId, because) => ask(getUnit, { unitId }, because));
