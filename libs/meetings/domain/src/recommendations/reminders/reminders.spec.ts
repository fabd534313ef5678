import { fold } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { answered, carriedOver, delivered, overdue, rejected, reminded } from '../following.examples';
import { reopened, saying, sent } from '../following.examples';
import { recommendation, type RecommendationFact } from '../recommendation';
import { claimed } from '../recommendation.examples';
import { recordDelivery } from './record-delivery';
import { isUndelivered, recordReminder } from './record-reminder';
import { daysAfter, daysBefore, reminderDue } from './reminder-due';

describe('which reminder is due', () => {
  const due = (today: string, answered = false, dueOn: string | null = '2024-12-31') =>
    reminderDue({ dueOn, answered }, today);

  it('is none without a day, or more than seven days before it', () => {
    expect(due('2025-06-01', false, null)).toBeUndefined();
    expect(due('2024-12-23')).toBeUndefined();
  });
  it('is soon from seven days before to the day itself, answered or not', () => {
    expect([due('2024-12-24'), due('2024-12-31'), due('2024-12-31', true)]).toEqual([
      'DUE_SOON',
      'DUE_SOON',
      'DUE_SOON',
    ]);
  });
  it('is for the unanswered, or the overdue, from the day after', () => {
    expect([due('2025-01-01'), due('2025-01-01', true)]).toEqual(['UNANSWERED', 'OVERDUE']);
  });
  it('counts days over the end of a year and over a leap day', () => {
    expect(daysBefore('2025-01-03', 7)).toBe('2024-12-27');
    expect(daysAfter('2024-02-27', 3)).toBe('2024-03-01');
  });
});

describe('recording a reminder', () => {
  const { given } = spec(recommendation, recordReminder);
  const record = (kind: 'DUE_SOON' | 'OVERDUE' | 'UNANSWERED' = 'UNANSWERED', dueOn = '2024-11-20') =>
    saying({ kind, dueOn });

  it('says that it was due today', () => given(overdue).when(record()).then(reminded));
  it('says it once for each kind and day due', () => given(overdue, reminded).when(record()).then());
  it('says another kind once somebody answered', () =>
    given(overdue, sent(), reminded, answered())
      .when(record('OVERDUE'))
      .then({ ...reminded, data: { ...reminded.data, kind: 'OVERDUE' } }));
  it('says it again for another day due', () =>
    given(overdue, reminded, carriedOver('2024-11-21', '2024-11-25'))
      .when(record('UNANSWERED', '2024-11-25'))
      .then({ ...reminded, data: { ...reminded.data, dueOn: '2024-11-25' } }));
  it('says nothing of a kind, or a day, that is not due', () => {
    given(overdue).when(record('OVERDUE')).then();
    given(overdue).when(record('DUE_SOON')).then();
    given(overdue, carriedOver('2024-11-21', '2024-12-31')).when(record()).then();
  });
  it('says nothing of what is claimed, closed or unknown', () => {
    given(overdue, claimed()).when(record()).then();
    given(overdue, rejected).when(record()).then();
    given().when(record()).then();
  });
  it('says it of what was opened again', () =>
    given(overdue, claimed(), reopened()).when(record()).then(reminded));
});

describe('recording a delivery', () => {
  const { given } = spec(recommendation, recordDelivery);
  const deliver = saying({
    ...{ kind: 'UNANSWERED' as const, dueOn: '2024-11-20', channel: 'EMAIL' as const },
  });
  it('says that it left the house', () => given(overdue, reminded).when(deliver).then(delivered));
  it('says it once', () => given(overdue, reminded, delivered).when(deliver).then());
  it('says it although it was claimed meanwhile', () =>
    given(overdue, reminded, claimed()).when(deliver).then(delivered));
  it('says nothing of a reminder nobody recorded', () => {
    given(overdue).when(deliver).then();
    given().when(deliver).then();
  });
});

describe('a reminder that has to leave the house', () => {
  const reminder = { kind: 'UNANSWERED', dueOn: '2024-11-20' } as const;
  const waits = (...facts: readonly RecommendationFact[]) =>
    isUndelivered(fold(recommendation, facts), reminder, '2024-12-01');

  it('was recorded and not told as delivered', () => {
    expect(waits(overdue, reminded)).toBe(true);
    expect(waits(overdue)).toBe(false);
    expect(waits(overdue, reminded, delivered)).toBe(false);
  });
  it('is still due', () => {
    expect(waits(overdue, reminded, claimed())).toBe(false);
    expect(waits(overdue, reminded, sent(), answered())).toBe(false);
    expect(waits(overdue, reminded, carriedOver('2024-11-21', '2024-12-31'))).toBe(false);
  });
});
