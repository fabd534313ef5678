import { count, dayInFrench, daysInFrench, decimal, listed, percent, several, typeset } from './typography';

const shown = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

describe('days', () => {
  it.each([
    ['2024-11-21', '21~novembre~2024'],
    ['2025-03-01', '1er~mars~2025'],
    ['2025-08-09', '9~août~2025'],
  ])('%s reads %s', (day, text) => expect(shown(dayInFrench(day))).toBe(text));

  it.each([
    ['2025-03-03', '2025-03-03', 'le~3~mars~2025'],
    ['2025-03-03', '2025-03-05', 'du~3 au~5~mars~2025'],
    ['2025-02-28', '2025-03-02', 'du~28~février au~2~mars~2025'],
    ['2024-12-30', '2025-01-02', 'du~30~décembre~2024 au~2~janvier~2025'],
    ['2024-03-03', '2025-03-05', 'du~3~mars~2024 au~5~mars~2025'],
  ])('from %s to %s reads %s', (from, to, text) => expect(shown(daysInFrench(from, to))).toBe(text));
});

describe('numbers', () => {
  it('have decimal commas and thousands apart', () => {
    expect([0, 999, 2797, 1234567].map((value) => shown(count(value)))).toEqual([
      ...['0', '999', '2^797', '1^234^567'],
    ]);
    expect([12.5, 12, 11.666, 0.05, 1234.5].map((value) => shown(decimal(value)))).toEqual([
      ...['12,5', '12', '11,67', '0,05', '1^234,5'],
    ]);
  });

  it('make shares of two decimals, and none of nothing', () => {
    expect(shown(percent(91, 504))).toBe('18,06~%');
    expect(percent(0, 0)).toBe('–');
  });

  it('agree with what they count', () => {
    expect([0, 1, 2].map((value) => shown(several(value, 'absent', 'absents')))).toEqual([
      ...['0~absent', '1~absent', '2~absents'],
    ]);
  });
});

describe('text typed by people', () => {
  it.each([
    ["l'éclairage d'Hamdallaye", 'l’éclairage d’Hamdallaye'],
    ['Qui ? Quand ! Où ;', 'Qui^? Quand^! Où^;'],
    ['Qui?', 'Qui^?'],
    ['Ordre du jour : divers', 'Ordre du jour~: divers'],
    ['Ordre du jour: divers', 'Ordre du jour~: divers'],
    ['« oui »', '«~oui~»'],
    ['«oui»', '«~oui~»'],
    ['dit "oui" à', 'dit «~oui~» à'],
    ['30 % et 5%', '30~% et 5~%'],
    ['PV n° 3', 'PV n°~3'],
    ['et ainsi...', 'et ainsi…'],
  ])('%s reads %s', (typed, text) => expect(shown(typeset(typed))).toBe(text));

  it.each(['10:30', 'https://benkan.ml/a?b=c', 'Ɛ ɔ ɲ', "5'"])('%s stays as it is', (text) =>
    expect(typeset(text)).toBe(text),
  );

  it('is set once: what is set already stays', () => {
    const set = typeset('« Qui ? » : n° 3, 5 %');
    expect(typeset(set)).toBe(set);
  });
});

it('lists', () =>
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a et b', 'a, b et c']));
