import { spec } from '@benkan/testing';
import { established, text } from '../../registry.examples';
import { committee } from '../committee';
import {
  awa,
  ben,
  designation,
  left,
  mayor,
  saying,
  seatDefined,
  seatEnded,
  seated,
  second,
  vacated,
  youth,
  youthDefined,
} from '../committee.examples';
import { designateMember, type DesignateMember } from './designate-member';

const { given } = spec(committee, designateMember);
const call = (more: Partial<DesignateMember['data']> = {}) =>
  saying({ ...designation, participantKnown: true, ...more });
const newcomer = { membershipId: second, participantId: ben } as const;
const presiding = { ...mayor, data: { ...mayor.data, participantId: awa } };
const known = [established, seatDefined, youthDefined] as const;

describe('registry.designate-member', () => {
  it('seats a participant under an act', () =>
    given(...known)
      .when(call())
      .then(seated));
  it('seats an alternate beside the holder', () =>
    given(...known, seated)
      .when(call({ ...newcomer, quality: 'ALTERNATE' }))
      .then({ ...seated, data: { ...designation, ...newcomer, quality: 'ALTERNATE' } }));
  it('seats the next one from the day the holder left', () =>
    given(...known, seated, left)
      .when(call({ ...newcomer, from: '2024-08-31' }))
      .then({ ...seated, data: { ...designation, ...newcomer, from: '2024-08-31' } }));
  it('refuses an earlier holder who would still sit when the next one came', () =>
    given(...known, { ...seated, data: { ...designation, ...newcomer, from: '2024-09-02' } }, left)
      .when(call({ from: '2024-09-01' }))
      .thenRefused('seat-is-held'));
  it('hears the same designation once, under whatever id', () => {
    given(...known, seated)
      .when(call())
      .then();
    given(...known, seated)
      .when(call({ membershipId: second }))
      .then();
  });
  it('never overwrites a membership', () =>
    given(...known, seated)
      .when(call({ seatId: youth, termEndsOn: '2026-12-06', legalAct: text('9') }))
      .thenRefused('differs-from-recorded', ['seatId', 'termEndsOn', 'legalAct']));
  it('refuses a second holder and a second alternate', () => {
    const alternate = { ...seated, data: { ...designation, quality: 'ALTERNATE' as const } };
    given(...known, seated)
      .when(call(newcomer))
      .thenRefused('seat-is-held');
    given(...known, alternate)
      .when(call({ ...newcomer, quality: 'ALTERNATE' }))
      .thenRefused('seat-has-an-alternate');
  });
  it('refuses a second seat to one person', () =>
    given(...known, seated)
      .when(call({ membershipId: second, seatId: youth }))
      .thenRefused('person-has-a-seat'));
  it('gives another seat to who left the first', () =>
    given(...known, seated, left)
      .when(call({ membershipId: second, seatId: youth, from: '2024-08-31' }))
      .then({
        ...seated,
        data: { ...designation, membershipId: second, seatId: youth, from: '2024-08-31' },
      }));
  it('refuses a seat to the mayor who presides, and gives one once the presidency is vacant', () => {
    given(...known, presiding)
      .when(call())
      .thenRefused('person-has-a-seat');
    given(...known, presiding, vacated)
      .when(call({ from: '2024-03-01' }))
      .then({ ...seated, data: { ...designation, from: '2024-03-01' } });
  });
  it('lets who stands in preside from a seat', () =>
    given(...known, { ...presiding, data: { ...presiding.data, capacity: 'INTERIM' } })
      .when(call())
      .then(seated));
  it.each([
    ['in-the-future', { from: '2024-12-02' }],
    ['term-ends-before-it-begins', { termEndsOn: '2023-12-06' }],
    ['participant-unknown', { participantKnown: false }],
    ['alternates-not-allowed', { seatId: youth, quality: 'ALTERNATE' }],
    ['seat-unknown', { seatId: second }],
  ] as const)('refuses: %s', (code, more) =>
    given(...known)
      .when(call(more))
      .thenRefused(code),
  );
  it('refuses a seat that ended', () =>
    given(...known, seatEnded)
      .when(call())
      .thenRefused('seat-ended'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
