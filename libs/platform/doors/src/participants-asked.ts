import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { getParticipants } from '@benkan/contracts/registry';
import type { Ask, Because } from './asking';

export type ParticipantShown = z.output<typeof getParticipants.response>['items'][number];
export type FindParticipant = (id: string, because: Because) => Promise<ParticipantShown | undefined>;

/** As many as one question takes. */
const MOST = 300;

type Waiting = {
  readonly id: string;
  readonly found: (participant: ParticipantShown | undefined) => void;
  readonly failed: (error: unknown) => void;
};

const MOST_SEEN = 50_000;
const seenBy = new WeakMap<Ask, LRUCache<string, true>>();

/** Ids the registry was once seen to know: it knows them for ever. One memory for all who ask the same way. */
export const participantsSeen = (ask: Ask): LRUCache<string, true> => {
  const seen = seenBy.get(ask) ?? new LRUCache<string, true>({ max: MOST_SEEN });
  seenBy.set(ask, seen);
  return seen;
};

const answer = async (ask: Ask, page: readonly Waiting[], because: Because): Promise<void> => {
  try {
    const participantIds = [...new Set(page.map(({ id }) => id))];
    const items = (await ask(getParticipants, { participantIds }, because))?.items ?? [];
    const known = new Map(items.map((participant) => [participant.id, participant]));
    for (const { id } of items) participantsSeen(ask).set(id, true);
    for (const { id, found } of page) found(known.get(id));
  } catch (error) {
    for (const { failed } of page) failed(error);
  }
};

/** Finds participants by id. All that one request asks in one go become one question, in that request's name alone. */
export const participantsAsked = (ask: Ask): FindParticipant => {
  const waiting = new WeakMap<Because, Waiting[]>();

  const flush = (because: Because): void => {
    const all = waiting.get(because) ?? [];
    waiting.delete(because);
    for (let from = 0; from < all.length; from += MOST)
      void answer(ask, all.slice(from, from + MOST), because);
  };

  return (id, because) =>
    new Promise((found, failed) => {
      const one = { id, found, failed };
      const others = waiting.get(because);
      if (others !== undefined) return void others.push(one);
      waiting.set(because, [one]);
      setImmediate(flush, because);
    });
};
