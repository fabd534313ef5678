import { spec } from '@benkan/testing';
import { protection } from '../protection';
import { assessed, modeSet, saying, today, tomorrow } from '../protection.examples';
import type { AttendanceMode } from '../protection-facts';
import { setAttendanceMode } from './set-attendance-mode';

const { given } = spec(protection, setAttendanceMode);
const call = (mode: AttendanceMode, since: string) => {
  const { setOn: _, ...data } = modeSet(mode, since).data;
  return saying(data);
};

describe('registry.set-attendance-mode', () => {
  it('tightens from today on', () => given().when(call('TALLY', today)).then(modeSet('TALLY', today)));
  it('tightens days gone by, and days to come, without any assessment', () => {
    given()
      .when(call('PSEUDONYMOUS', '2024-01-01'))
      .then(modeSet('PSEUDONYMOUS', '2024-01-01', today));
    given(modeSet('PSEUDONYMOUS', '2024-01-01'))
      .when(call('TALLY', tomorrow))
      .then(modeSet('TALLY', tomorrow, today));
  });
  it('has nothing to say where it is so already', () => {
    given().when(call('NOMINATIVE', '2024-01-01')).then();
    given(modeSet('TALLY', '2024-10-01')).when(call('TALLY', today)).then();
  });
  it('loosens from tomorrow, on an assessment as new as what it loosens', () =>
    given(modeSet('TALLY', '2024-11-01'), assessed)
      .when(call('PSEUDONYMOUS', tomorrow))
      .then(modeSet('PSEUDONYMOUS', tomorrow, today)));
  it.each([today, '2024-11-15'])('never loosens %s', (since) =>
    given(modeSet('TALLY', '2024-11-01'), assessed)
      .when(call('NOMINATIVE', since))
      .thenRefused('loosens-the-past'),
  );
  it('loosens nothing without an assessment', () =>
    given(modeSet('TALLY', '2024-11-01'))
      .when(call('NOMINATIVE', tomorrow))
      .thenRefused('assessment-missing'));
  it('loosens nothing on an assessment older than what was decided since', () =>
    given(assessed, modeSet('TALLY', '2024-01-01', '2024-11-02'))
      .when(call('NOMINATIVE', tomorrow))
      .thenRefused('assessment-outdated'));
  it('refuses a committee nobody established', () => {
    const { data, ...rest } = call('TALLY', today);
    given()
      .when({ ...rest, data: { ...data, committeeKnown: false } })
      .thenRefused('committee-unknown');
  });
});
