import type { ViewEvent } from '@benkan/projections';
import { accessRecordsProjection } from './access-record-view';

const told = (type: string, data: unknown): ViewEvent => ({
  ...{ type, data, id: 'event-4', stream: 'access-1', revision: 4n, position: { commit: 9n, prepare: 9n } },
  ...{ at: '2025-03-01T08:00:05.000Z', actor: 'a'.repeat(64) },
});
const denied = told('access-denied', {
  ...{ actor: 'b'.repeat(64), role: 'secretary', wireName: 'meetings.hold', resourceId: 'm1', count: 3 },
  ...{ outcome: 'unknown-resource', from: '2025-03-01T08:00:00.000Z', to: '2025-03-01T08:00:00.900Z' },
});
const revealed = told('personal-data-revealed', {
  participantId: 'p1',
  purpose: 'CONTACT',
  to: 'c'.repeat(64),
});

const recordOf = (event: ViewEvent) => {
  const [key = ''] = accessRecordsProjection.keys(event);
  return accessRecordsProjection.evolve(undefined, event, key);
};

describe('an access record', () => {
  it('is a denial as it was counted, at its first instant', () => {
    expect(recordOf(denied)).toEqual({
      ...{ id: 'access-1@4', at: '2025-03-01T08:00:00.000Z', outcome: 'unknown-resource', count: 3 },
      ...{ actor: 'b'.repeat(64), role: 'secretary', wireName: 'meetings.hold', resourceId: 'm1' },
      purpose: null,
    });
  });

  it('is a person revealed: whose, by whom, when', () => {
    expect(recordOf(revealed)).toEqual({
      ...{ id: 'access-1@4', at: '2025-03-01T08:00:05.000Z', outcome: 'revealed', count: 1 },
      ...{ actor: 'a'.repeat(64), role: 'protection-officer', resourceId: 'p1' },
      ...{ wireName: 'registry.reveal-participant', purpose: 'CONTACT' },
    });
  });

  it('is the names of many opened: how many, of what, by whom in which role, for what', () => {
    const data = {
      ...{ role: 'secretary', wireName: 'meetings.get-attendance-sheet', resourceId: 'c1', count: 22 },
      purpose: 'ATTENDANCE_SHEET',
    };
    expect(recordOf(told('names-opened', data))).toEqual({
      ...{ id: 'access-1@4', at: '2025-03-01T08:00:05.000Z', outcome: 'names-opened' },
      ...{ actor: 'a'.repeat(64), ...data },
    });
  });

  it('is the restricted name of an actor revealed, by whichever role', () => {
    const actor = told('restricted-actor-revealed', {
      ...{ actorMapId: 'm1', actorId: 'a1', purpose: 'CONTACT', to: 'c'.repeat(64) },
    });
    expect(recordOf(actor)).toMatchObject({
      ...{ outcome: 'revealed', actor: 'a'.repeat(64), role: null, resourceId: 'a1' },
      wireName: 'registry.reveal-actor',
    });
  });

  it('is nothing else', () => {
    expect(accessRecordsProjection.keys(told('meeting-held', {}))).toEqual([]);
  });
});
