import { spec } from '@benkan/testing';
import { meeting, type VoiceRecorded } from '../meeting';
import { at, by, convened, held, ids, tallied } from '../meeting.examples';
import { group, recorded } from '../states.examples';
import type { VoiceGroup } from '../voice';
import { recordVoice } from './record-voice';

const { given } = spec(meeting, recordVoice);

const say = (...groups: VoiceGroup[]) => ({ data: { meetingId: ids.meeting, groups }, at, by });
const voiced = (...groups: VoiceGroup[]): VoiceRecorded => ({
  type: 'voice-recorded',
  data: { meetingId: ids.meeting, groups },
});
const men: VoiceGroup = { ...group, category: 'POLICE', sex: 'M' };

describe('meetings.record-voice', () => {
  it('keeps counts by category, sex and age band', () =>
    given(convened, held, tallied).when(say(men, group)).then(voiced(group, men)));
  it('is heard once, in whatever order', () =>
    given(convened, held, voiced(group, men)).when(say(men, group)).then());
  it('never overwrites what is written', () =>
    given(convened, held, voiced(group))
      .when(say({ ...group, speakingTurns: 9 }))
      .thenRefused('differs-from-recorded', ['groups']));
  it('refuses the same group twice', () =>
    given(convened, held)
      .when(say(group, { ...group, speakers: 2 }))
      .thenRefused('voice-group-twice'));
  it('refuses fewer turns than speakers, and proposals of nobody', () => {
    given(convened, held)
      .when(say({ ...group, speakers: 3 }))
      .thenRefused('turns-without-speakers');
    given(convened, held)
      .when(say({ ...group, speakers: 0, speakingTurns: 0 }))
      .thenRefused('turns-without-speakers');
  });
  it('refuses more speakers than people present', () => {
    given(convened, held, tallied)
      .when(say({ ...group, speakers: 6, speakingTurns: 6 }))
      .thenRefused('voice-exceeds-presence');
    given(convened, held, tallied)
      .when(say({ ...men, speakers: 20, speakingTurns: 20 }))
      .thenRefused('voice-exceeds-presence');
    given(convened, held, recorded).when(say(group, men)).thenRefused('voice-exceeds-presence');
  });
  it('counts those whose sex nobody reported on either side', () =>
    given(convened, held, { ...tallied, data: { ...tallied.data, women: 0, men: 0, notReported: 24 } })
      .when(say({ ...group, speakers: 6, speakingTurns: 6 }))
      .then(voiced({ ...group, speakers: 6, speakingTurns: 6 })));
  it('compares with nothing where nothing is known', () =>
    given(convened, held)
      .when(say({ ...group, speakers: 60, speakingTurns: 60 }))
      .then(voiced({ ...group, speakers: 60, speakingTurns: 60 })));
  it('refuses a meeting that was not held', () =>
    given(convened).when(say(group)).thenRefused('meeting-not-held'));
});
