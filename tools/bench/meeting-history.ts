import { randomBytes, randomUUID } from 'node:crypto';
import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/meetings';
import { aggregatesReadBy, chainHash, type EventToAppend, type JsonObject } from '@benkan/event-store';
import { meeting, type Line, type MeetingFact } from '@benkan/meetings-domain';
import { times } from './lanes';
import { pick, seeded } from './seeded';

/** Reads what the meetings service stores, as that service does. */
export const readMeetings = eventReader(storedEvents);

export const meetings = aggregatesReadBy(readMeetings, storedEvents)('meeting', meeting);

export type History = {
  readonly meetingId: string;
  readonly stream: string;
  readonly events: readonly EventToAppend[];
};

const ACTOR = randomBytes(32).toString('hex');
const AT = '2025-01-15T10:00:00.000Z';

const metadataOf = (prevHash: string | null): JsonObject => {
  const commandId = randomUUID();
  return {
    commandId,
    commandHash: ACTOR,
    $correlationId: randomUUID(),
    $causationId: commandId,
    actor: { ref: ACTOR, role: 'secretary', territory: null },
    at: AT,
    schemaVersion: 1,
    prevHash,
  };
};

/** Facts as their service would have stored them: the same metadata, chained by hash. */
const stored = (stream: string, facts: readonly MeetingFact[]): readonly EventToAppend[] => {
  let prevHash: string | null = null;
  return facts.map(({ type, data }, index) => {
    const event = { id: randomUUID(), type, data: data as JsonObject, metadata: metadataOf(prevHash) };
    prevHash = chainHash(stream, BigInt(index), event);
    return { ...event, metadata: { ...event.metadata, hash: prevHash } };
  });
};

const random = seeded();

/** A line of an attendance sheet, of a person not seen before. */
export const newLine = (): Line => ({
  participantId: randomUUID(),
  quality: pick(['MEMBER', 'ALTERNATE', 'GUEST', 'OBSERVER'], random),
  status: pick(['PRESENT', 'EXCUSED', 'ABSENT', 'REPRESENTED'], random),
});

const heldMeeting = (meetingId: string): readonly MeetingFact[] => [
  {
    type: 'meeting-convened',
    data: {
      ...{ meetingId, committeeId: randomUUID(), unitId: randomUUID(), level: 'COMMUNE' },
      ...{ installedOn: '2023-12-07', meetingKind: 'STATUTORY', plannedOn: '2025-01-15', agenda: [] },
    },
  },
  {
    type: 'meeting-held',
    data: { meetingId, heldOn: '2025-01-15', presidingCapacity: 'MAIRE', place: null },
  },
];

/** A meeting that was convened and held, with `length` events in all. */
export const meetingHistory = (length: number): History => {
  const meetingId = randomUUID();
  const lines = times(Math.max(0, length - 2), (): MeetingFact => {
    return { type: 'attendance-recorded', data: { meetingId, ...newLine() } };
  });
  const stream = `meeting-${meetingId}`;
  return { meetingId, stream, events: stored(stream, [...heldMeeting(meetingId), ...lines]) };
};
