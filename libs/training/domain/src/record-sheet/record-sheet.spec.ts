import { fold } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { training, type SheetLine } from '../training';
import {
  afterwards,
  bothDays,
  cancelled,
  closed,
  firstDay,
  firstOnly,
  ids,
  over,
} from '../training.examples';
import { planned, saying, secondDay, sheet, signed } from '../training.examples';
import { recordSheet } from './record-sheet';

const { given } = spec(training, recordSheet);
const told = (instant: string, ...lines: readonly (SheetLine & { readonly participantKnown?: boolean })[]) =>
  saying({ lines: lines.map((line) => ({ participantKnown: true, ...line })) }, instant);
const record = (...lines: readonly SheetLine[]) => told(afterwards, ...lines);

describe('training.record-sheet', () => {
  it('is one fact, whatever the number of lines and days', () =>
    given(planned).when(record(bothDays, firstOnly)).then(sheet(bothDays, firstOnly)));
  it('hears the same sheet once', () =>
    given(planned, sheet(bothDays, firstOnly)).when(record(bothDays, firstOnly)).then());
  it('tells only what does not stand yet', () =>
    given(planned, signed())
      .when(record(bothDays, firstOnly))
      .then(sheet({ ...bothDays, present: [secondDay] }, firstOnly)));
  it('points at every wrong place with its reason, and records nothing of the others', () => {
    const before = [planned, signed({ participantId: ids.anotherParticipant, status: 'ABSENT' })];
    const sheetWithErrors = told(
      '2024-12-02T18:00:00.000Z',
      { ...bothDays, present: [firstDay, '2024-12-01'], absent: [firstDay] },
      { ...firstOnly, participantKnown: false },
      { ...bothDays, present: [], absent: [] },
    );
    expect(recordSheet(sheetWithErrors, fold(training, before))).toEqual({
      ...{ kind: 'refused', code: 'sheet-has-problems' },
      problems: [
        { pointer: '/lines/0/absent/0', code: 'days-repeat' },
        { pointer: '/lines/0/present/1', code: 'not-a-day-of-this-training' },
        { pointer: '/lines/1/participantId', code: 'participant-unknown' },
        { pointer: '/lines/1/present/0', code: 'differs-from-recorded' },
        { pointer: '/lines/1/absent/0', code: 'day-is-in-the-future' },
        { pointer: '/lines/2/participantId', code: 'same-person-twice' },
      ],
    });
  });
  it('hears the sheet of a closed training once, and nothing new', () => {
    given(...over)
      .when(record(bothDays))
      .then();
    given(planned, sheet(bothDays), closed()).when(record(firstOnly)).thenRefused('training-closed');
  });
  it('refuses a training nobody planned, or cancelled', () => {
    given().when(record(bothDays)).thenRefused('training-unknown');
    given(planned, cancelled).when(record(bothDays)).thenRefused('training-cancelled');
  });
});
