import { runInNewContext } from 'node:vm';
import { scriptOf } from './assets';

type Cell = { readonly count: number | null; readonly outOf: number | null; readonly share: number | null };
type Row = Cell & { readonly name: string; readonly more: string };
type Item = Readonly<Record<string, unknown>>;

/** What the script gives its other parts. */
type Reading = {
  readonly number: (value: number | null) => string;
  readonly percent: (value: number | null) => string;
  readonly nationalRows: (items: readonly Item[]) => readonly Row[];
  readonly communeRows: (
    items: readonly Item[],
  ) => readonly { name: string; cells: readonly (Cell | null)[] }[];
  readonly COMMUNE_COLUMNS: readonly string[];
  readonly sentenceOf: (items: readonly Item[]) => string;
  readonly isEmpty: (items: readonly Item[]) => boolean;
  readonly requestOf: (
    path: string,
    entries: readonly (readonly [string, string])[],
  ) => { url: string; headers: Readonly<Record<string, string>>; missing: readonly string[] };
  readonly newKey: () => string;
};

const names = [
  ...['number', 'percent', 'nationalRows', 'communeRows', 'COMMUNE_COLUMNS'],
  ...['sentenceOf', 'isEmpty', 'requestOf', 'newKey'],
];
const reading = runInNewContext(`${scriptOf(['reading.js'])}; ({ ${names.join(', ')} })`, {
  Intl,
  URLSearchParams,
  crypto: globalThis.crypto,
}) as Reading;

const country = { id: 'ml', code: 'ML', name: 'Mali', level: 'COUNTRY' };
const commune = { id: 'c1', code: 'ML090101', name: 'Commune I', level: 'COMMUNE' };

const item = (code: string, more: Item, territory: Item = country): Item => ({
  ...{ code, territory, name: { fr: code, en: code }, denominator: null, value: null, unit: 'share' },
  ...{ notReported: 0, youthDefinition: null, details: {}, definitionVersion: 1, ...more },
});

const trained = item('IND-03', {
  numerator: 504,
  details: { completed: 480, participations: 1008, women: 91, youth: 165, isf: 94 },
});
const women = item('IND-04', { numerator: 91, denominator: 504, value: 91 / 504, notReported: 3 });
const youth = item('IND-05', { numerator: 165, denominator: 504, value: 0.3274, youthDefinition: '15-35' });
const meetings = item('IND-01', {
  ...{ numerator: 17, denominator: 18, value: 17 / 18, details: { statutoryMeetings: 19 } },
});

describe('figures as a person reads them', () => {
  it('keeps the two terms of a share, and says who did not answer', () => {
    const [people, share, young] = reading.nationalRows([trained, women, youth]);
    expect(people).toMatchObject({ name: 'Personnes formées', count: 504, outOf: null, share: null });
    expect(people?.more).toContain('480');
    expect(share).toMatchObject({ name: 'dont femmes', count: 91, outOf: 504 });
    expect(share?.more).toContain('non renseignés\u00a0: 3');
    expect(young?.name).toBe('dont jeunes (15-35 ans)');
  });

  it('tells meetings held from months met', () =>
    expect(reading.nationalRows([meetings])).toMatchObject([
      { name: 'Réunions statutaires tenues', count: 19, outOf: null },
      { name: 'Mois avec une réunion statutaire', count: 17, outOf: 18 },
    ]));

  it('gives communes a line each, and nothing where there is no figure', () => {
    const region = item('IND-03', { numerator: 504 }, { ...country, level: 'REGION' });
    const here = item('IND-03', { numerator: 84 }, commune);
    const [row, ...others] = reading.communeRows([trained, region, here]);
    expect(others).toEqual([]);
    expect(row?.name).toBe('Commune I');
    expect(row?.cells).toHaveLength(reading.COMMUNE_COLUMNS.length);
    expect(row?.cells[0]).toMatchObject({ count: 84 });
    expect(row?.cells[1]).toBeNull();
  });

  it('says the national sentence, and knows an empty window', () => {
    expect(reading.sentenceOf([trained])).toBe('504 personnes formées (91 F et 165 J), dont 94 FSI.');
    expect(reading.sentenceOf([])).toBe('');
    expect(reading.isEmpty([trained])).toBe(false);
    expect(reading.isEmpty([item('IND-03', { numerator: 0 })])).toBe(true);
    expect(reading.isEmpty([])).toBe(true);
  });

  it('writes numbers in French, and a dash where nothing can be divided', () => {
    expect(reading.number(1008)).toMatch(/^1\s008$/);
    expect(reading.number(null)).toBe('');
    expect(reading.percent(91 / 504)).toMatch(/^18,1\s%$/);
    expect(reading.percent(null)).toBe('–');
  });
});

describe('a form as a request', () => {
  it('puts every field in its place and leaves out the empty ones', () =>
    expect(
      reading.requestOf('/v1/meetings/{meetingId}/attendance', [
        ['path:meetingId', ' a/b '],
        ['query:limit', '5'],
        ['query:after', ''],
        ['query:name', 'été & co'],
        ['header:If-Match', '"3"'],
        ['header:Benkan-At-Least', ''],
        ['body', '{}'],
      ]),
    ).toEqual({
      url: '/v1/meetings/a%2Fb/attendance?limit=5&name=%C3%A9t%C3%A9+%26+co',
      headers: { 'If-Match': '"3"' },
      missing: [],
    }));

  it('names what the address lacks', () =>
    expect(reading.requestOf('/v1/x/{xId}', [['path:xId', ' ']])).toMatchObject({ missing: ['xId'] }));

  it('makes a new key each time', () => {
    const keys = Array.from({ length: 50 }, reading.newKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
