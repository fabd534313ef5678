import { randomUUID } from 'node:crypto';
import type { Asked, Told } from '@benkan/doors';
import { commandHandler, inMemoryStore, type EventToAppend } from '@benkan/event-store';
import { inMemoryVault } from '@benkan/vault';
import type { MeetingsContext } from '../context';
import { recordAttendanceDoor } from './record-attendance';

const [committeeId, unitId, participantId] = [randomUUID(), randomUUID(), randomUUID()];
const DAY = '2024-11-21';

const event = (type: string, data: EventToAppend['data']): EventToAppend => ({
  id: randomUUID(),
  type,
  data,
  metadata: { schemaVersion: 1, commandId: randomUUID(), commandHash: '', prevHash: null, hash: '' },
});

/** A meeting that was held, and a registry that says how its committee is protected. */
const held = async (mode: string) => {
  const [store, meetingId] = [inMemoryStore(), randomUUID()];
  await store.append(`meeting-${meetingId}`, 'no-stream', [
    event('meeting-convened', {
      ...{ meetingId, committeeId, unitId, level: 'COMMUNE', installedOn: '2023-12-07' },
      ...{ meetingKind: 'STATUTORY', plannedOn: DAY, agenda: [] },
    }),
    event('meeting-held', { meetingId, heldOn: DAY, presidingCapacity: 'MAIRE', place: null }),
  ]);
  const context = {
    ...{ store, vault: inMemoryVault(), ...commandHandler({ store }) },
    participantKnown: () => Promise.resolve(true),
    ask: () => Promise.resolve({ mode }),
  } as unknown as MeetingsContext;
  const door = recordAttendanceDoor(context);
  return (): Promise<Told> => {
    if (!('tell' in door)) throw new Error('a query');
    const commandId = randomUUID();
    const body = { meetingId, participantId, quality: 'MEMBER', status: 'PRESENT' };
    return door.tell({
      ...{ body, commandId, requestId: commandId, correlationId: commandId, causationId: commandId },
      ...{ role: 'secretary', territory: null, unitIds: undefined, at: '2024-12-01T10:00:00.000Z' },
      principal: { issuer: 'idp', subject: 's', roles: [{ role: 'secretary', territory: null }] },
      ...{ traceparent: '', deadline: Number.MAX_SAFE_INTEGER },
    } as unknown as Asked<never>);
  };
};

describe('meetings.record-attendance, at its door', () => {
  it('writes nobody down where the committee is protected by counts', async () => {
    const record = await held('TALLY');
    expect(await record()).toMatchObject({ kind: 'refused', code: 'attendance-mode-is-tally' });
  });

  it.each(['NOMINATIVE', 'PSEUDONYMOUS'])('writes a line where the mode is %s', async (mode) => {
    const record = await held(mode);
    expect(await record()).toMatchObject({ kind: 'recorded', changed: true });
  });
});
