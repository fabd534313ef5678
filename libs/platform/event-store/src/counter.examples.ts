import { createHash, randomUUID } from 'node:crypto';
import { accept, refuse, type Fact } from '@benkan/kernel';
import type { Aggregate, CommandHeader, Handling } from './aggregate';

export type Added = Fact<'added', { readonly amount: number }>;
export type Counter = { readonly total: number };
export type Adding = Handling<Counter, Added>;

export const LIMIT = 100;

/** A small aggregate: amounts are added up to a limit. */
export const counters: Aggregate<Counter, Added> = {
  name: 'counter',
  fold: {
    initial: { total: 0 },
    evolve: ({ total }, { data }) => {
      if (data.amount < 0) throw new RangeError('nobody takes away');
      return { total: total + data.amount };
    },
  },
  read: (type, version, data) => {
    if (type !== 'added' || version !== 1) return { kind: 'unreadable', reason: 'unknown-type' };
    return { kind: 'fact', fact: { type, data: data as Added['data'] } };
  },
  versions: { added: 1 },
};

export const counterStream = (id: string): string => `counter-${id}`;

/** The header of a command; the hash follows from what was meant. */
export const headerOf = (meant: unknown, commandId: string = randomUUID()): CommandHeader => ({
  commandId,
  commandHash: createHash('sha256').update(JSON.stringify(meant)).digest('hex'),
  correlationId: randomUUID(),
  causationId: commandId,
  actor: { ref: 'a1', role: 'secretary', territory: null },
  at: '2024-03-01T08:00:00.000Z',
});

/** Adds each amount as a fact of its own; refuses beyond the limit; no amounts are nothing new. */
export const adding = (
  id: string,
  amounts: readonly number[],
  more: Partial<Pick<Adding, 'header' | 'seal' | 'ifMatch'>> = {},
): Adding => ({
  aggregate: counters,
  id,
  header: headerOf(amounts),
  decide: ({ total }) =>
    total + amounts.reduce((sum, amount) => sum + amount, 0) > LIMIT
      ? refuse('limit')
      : accept(...amounts.map((amount): Added => ({ type: 'added', data: { amount } }))),
  ...more,
});
