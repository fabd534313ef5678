import { spec } from '@benkan/testing';
import { meeting, type MeetingConvened } from '../meeting';
import { at, by, convened, held, ids, text } from '../meeting.examples';
import { convene, type Convene } from './convene';

const { given } = spec(meeting, convene);

const commune = { unitId: ids.unit, level: 'COMMUNE', installedOn: '2023-12-07' } as const;
const { meetingId, committeeId, meetingKind, plannedOn, agenda } = convened.data;
const call = (data: Partial<Convene['data']> = {}): Convene => ({
  data: { meetingId, committeeId, meetingKind, plannedOn, agenda, committee: commune, ...data },
  at,
  by,
});
const calledFor = (items: MeetingConvened['data']['agenda']): MeetingConvened => ({
  type: 'meeting-convened',
  data: { ...convened.data, agenda: items },
});

describe('meetings.convene', () => {
  it('keeps the unit, level and installation of the committee', () => given().when(call()).then(convened));
  it('convenes for a committee still to be installed', () =>
    given()
      .when(call({ committee: { ...commune, installedOn: null } }))
      .then({ type: 'meeting-convened', data: { ...convened.data, installedOn: null } }));
  it('accepts a day that has passed: paper is transcribed late', () =>
    given()
      .when(call({ plannedOn: '2020-12-02' }))
      .then({ type: 'meeting-convened', data: { ...convened.data, plannedOn: '2020-12-02' } }));
  it('hears the same convocation once', () => given(convened).when(call()).then());
  it('hears it once after the meeting too, whatever became of the committee', () =>
    given(convened, held)
      .when(call({ committee: null }))
      .then());
  it('compares agendas by digest, not by where the vault holds them', () =>
    given(calledFor([text('1')]))
      .when(call({ agenda: [{ ...text('1'), textRef: ids.awa }] }))
      .then());
  it('never overwrites what is written', () =>
    given(calledFor([text('1')]))
      .when(call({ plannedOn: '2024-11-22', meetingKind: 'EXTENDED', agenda: [text('2')] }))
      .thenRefused('differs-from-recorded', ['meetingKind', 'plannedOn', 'agenda']));
  it('refuses a committee the registry does not know', () =>
    given()
      .when(call({ committee: null }))
      .thenRefused('committee-unknown'));
});
