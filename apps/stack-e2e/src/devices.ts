import { v5 } from 'uuid';
import type { BatchAnswer, BatchItem } from '@benkan/contracts';
import type { Client } from './client';
import { participant } from './committee-at-work';

const NAMESPACE = '4b8f4c0e-1f6f-4f0b-9b39-0c5c3b1d7d11';
const idOf = (...parts: readonly (string | number)[]): string => v5(parts.join('|'), NAMESPACE);

export type Chance = () => number;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const upTo = (chance: Chance, most: number): number => Math.floor(chance() * most);

const shuffled = <T>(chance: Chance, list: readonly T[]): readonly T[] =>
  list
    .map((each) => [chance(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);

type Place = { readonly unitId: string; readonly committeeId: string };

export const MEETINGS = 10;
export const meetingIdOf = (meeting: number): string => idOf('meeting', meeting);
export const personIdOf = (device: number, person: number): string => idOf('person', device, person);

const dayOf = (meeting: number): string => `2024-${String(meeting + 1).padStart(2, '0')}-14`;

/**
 * What one device captured without network: the meeting everybody in the room knew of, that it was held, and two
 * people only this device wrote down.
 */
export const capturedBy = (device: number, { unitId, committeeId }: Place): readonly BatchItem[] => {
  const meeting = device % MEETINGS;
  const meetingId = meetingIdOf(meeting);
  const said = (command: string, body: Record<string, unknown>): BatchItem => ({
    command,
    idempotencyKey: idOf('key', device, command, JSON.stringify(body)),
    body,
  });
  const people = [0, 1].map((person) => personIdOf(device, person));
  return [
    said('meetings.convene', {
      id: meetingId,
      committeeId,
      meetingKind: 'STATUTORY',
      plannedOn: dayOf(meeting),
      agenda: ['Suivi des recommandations'],
    }),
    said('meetings.hold', { meetingId, heldOn: dayOf(meeting), presidingCapacity: 'MAIRE' }),
    ...people.map((id, person) =>
      said('registry.register-participant', { id, ...participant(unitId, `D${device}-${person}`) }),
    ),
    ...people.map((participantId) =>
      said('meetings.record-attendance', { meetingId, participantId, quality: 'MEMBER', status: 'PRESENT' }),
    ),
  ];
};

/** A device's commands in pieces, in their order, some of them sent twice. */
const pieces = (chance: Chance, items: readonly BatchItem[]): readonly (readonly BatchItem[])[] => {
  const cut = 1 + upTo(chance, items.length - 1);
  return [items.slice(0, cut), items.slice(cut)].flatMap((piece) =>
    chance() < 0.4 ? [piece, piece] : [piece],
  );
};

/** Every device's pieces in an order of arrival that keeps each device's own. */
export const arrivals = (
  chance: Chance,
  devices: readonly (readonly BatchItem[])[],
): readonly (readonly BatchItem[])[] => {
  const waiting = devices.map((items) => [...pieces(chance, items)]);
  const turns = waiting.flatMap((list, device) => list.map(() => device));
  return shuffled(chance, turns).flatMap((device) => waiting[device]?.splice(0, 1) ?? []);
};

/** Sends a batch until each of its commands was recorded; throws for one that was refused. */
export const delivered = async (client: Client, items: readonly BatchItem[]): Promise<void> => {
  for (;;) {
    const { status, body } = await client.post<BatchAnswer>('secretary', '/v1/batches', items);
    if (status !== 200) throw new Error(`the batch was answered ${status}: ${JSON.stringify(body)}`);
    const refused = body.items.filter(({ outcome }) => outcome === 'refused');
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    if (body.items.every(({ outcome }) => outcome === 'ok')) return;
  }
};
