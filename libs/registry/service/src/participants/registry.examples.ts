import type { Door, Told } from '@benkan/doors';
import { commandHandler, inMemoryStore, type EventStore, type RecordedEvent } from '@benkan/event-store';
import { inMemoryVault } from '@benkan/vault';
import { randomUUID } from 'node:crypto';
import type { RegistryContext } from '../context';
import { participantDoors } from './doors';

export const UNIT = '11111111-1111-5111-8111-111111111111';
export const OFFICER = {
  issuer: 'spec',
  subject: 'officer',
  roles: [{ role: 'protection-officer' as const, territory: null }],
};
const LIST: readonly never[] = [];

// no view has caught up with anything here: what must not trust them does not
const emptyModel = { find: () => ({ sort: () => ({ lean: () => Promise.resolve(LIST) }) }) };

/** The registry's participants over stores in memory, a clock that is moved by hand, and what was logged. */
export const participantsInMemory = (store: EventStore = inMemoryStore()) => {
  let instant = new Date('2025-03-01T08:00:00.000Z');
  const now = () => instant;
  const vault = inMemoryVault(now);
  const logged: string[] = [];
  const log = (what: string): void => void logged.push(what);
  const { handle, current } = commandHandler({ store });
  const context = {
    ...{ store, handle, current, vault, now },
    ...{ log: { warn: log, error: log, info: log } },
    participants: { current: () => emptyModel },
    position: () => 0n,
    unitKnown: () => Promise.resolve(true),
  } as unknown as RegistryContext;
  const doors = new Map<string, Door>(participantDoors(context).map((door) => [door.contract.name, door]));

  const asked = (body: unknown, commandId: string) =>
    ({
      ...{ body, commandId, principal: OFFICER, role: 'protection-officer', territory: null },
      ...{ unitIds: undefined, at: instant.toISOString(), requestId: commandId, correlationId: commandId },
      ...{ causationId: commandId, traceparent: '', deadline: Date.now() + 10_000 },
    }) as never;

  return {
    context,
    vault,
    store,
    logged,
    /** A process that starts over: nothing cached. */
    restarted: (): RegistryContext => ({ ...context, ...commandHandler({ store }) }),
    pass: (milliseconds: number): void => void (instant = new Date(instant.getTime() + milliseconds)),
    tell: async (name: string, body: unknown, commandId: string = randomUUID()): Promise<Told> => {
      const door = doors.get(`registry.${name}`);
      if (door === undefined || !('tell' in door)) throw new Error(name);
      return door.tell(asked(body, commandId));
    },
    ask: async <Answer>(name: string, body: unknown): Promise<Answer> => {
      const door = doors.get(`registry.${name}`);
      if (door === undefined || !('answer' in door)) throw new Error(name);
      return (await door.answer(asked(body, randomUUID()))) as Answer;
    },
    eventsOf: async (id: string): Promise<readonly RecordedEvent[]> => {
      const events: RecordedEvent[] = [];
      for await (const event of store.read(`participant-${id}`)) events.push(event);
      return events;
    },
  };
};

export type InMemory = ReturnType<typeof participantsInMemory>;

export const said = (changes: object = {}) => ({
  ...{ unitId: UNIT, firstNames: 'Awa', lastName: 'Traoré', sex: 'F', ageBand: '25-29' },
  ...{ structureKind: 'ORG_FEMMES', corps: null, ...changes },
});

export const registered = async (registry: InMemory, changes: object = {}): Promise<string> =>
  (await registry.tell('register-participant', said(changes))).id;
