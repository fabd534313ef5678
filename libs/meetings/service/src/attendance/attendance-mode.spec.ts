import type { Ask } from '@benkan/doors';
import type { CurrentState } from '@benkan/event-store';
import { fold } from '@benkan/kernel';
import { meeting, type MeetingFact } from '@benkan/meetings-domain';
import { attendanceModeOf } from './attendance-mode';

const [meetingId, committeeId, unitId] = [
  '11111111-1111-5111-8111-111111111111',
  '22222222-2222-5222-8222-222222222222',
  '33333333-3333-5333-8333-333333333333',
];
const convened: MeetingFact = {
  type: 'meeting-convened',
  data: {
    ...{ meetingId, committeeId, unitId, level: 'COMMUNE', installedOn: '2023-12-07' },
    ...{ meetingKind: 'STATUTORY', plannedOn: '2024-11-20', agenda: [] },
  },
};
const held: MeetingFact = {
  type: 'meeting-held',
  data: { meetingId, heldOn: '2024-11-21', presidingCapacity: 'MAIRE', place: null },
};
const asked = { correlationId: 'c', deadline: 1, traceparent: 't' };

const house = (facts: readonly MeetingFact[], answer: object | undefined) => {
  const questions: unknown[] = [];
  const state = { state: fold(meeting, facts), revision: 1n };
  return {
    questions,
    current: (() => Promise.resolve(state)) as unknown as CurrentState,
    ask: ((contract: { readonly name: string }, body: unknown, because: unknown) => {
      questions.push([contract.name, body, because]);
      return Promise.resolve(answer);
    }) as unknown as Ask,
  };
};

describe('how attendance of a meeting is recorded', () => {
  it('is what the registry says of its committee, on the day it was held', async () => {
    const one = house([convened, held], { mode: 'TALLY' });
    expect(await attendanceModeOf(one, meetingId, asked)).toBe('TALLY');
    expect(one.questions).toEqual([
      ['registry.get-protection-policy', { committeeId, on: '2024-11-21' }, asked],
    ]);
  });

  it('is asked again for each line: it may have been tightened', async () => {
    const one = house([convened, held], { mode: 'NOMINATIVE' });
    await attendanceModeOf(one, meetingId, asked);
    await attendanceModeOf(one, meetingId, asked);
    expect(one.questions).toHaveLength(2);
  });

  it('names nobody where nobody can say', () =>
    expect(attendanceModeOf(house([convened, held], undefined), meetingId, asked)).rejects.toMatchObject({
      code: 'unavailable',
    }));

  it('asks nothing of a meeting that was not held', async () => {
    const one = house([convened], undefined);
    expect(await attendanceModeOf(one, meetingId, asked)).toBe('NOMINATIVE');
    expect(one.questions).toEqual([]);
  });
});
