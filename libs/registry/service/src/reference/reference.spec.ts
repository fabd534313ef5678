import { limitsReader } from './limits';
import { coreReference, inWaves, referenceUnitId, unitsBelow, type ReferenceUnit } from './reference-units';
import sources from './sources.json';

let all: readonly ReferenceUnit[];
beforeAll(async () => {
  all = [...coreReference.units, ...(await unitsBelow())];
});

const keysOf = (units: readonly ReferenceUnit[]) => units.map(({ key }) => key);
const count = (type: string) => all.filter(({ unitType }) => unitType === type).length;

describe('the reference territory', () => {
  it('is the country, 19 régions, the District, 49 cercles, 701 communes and 71 quartiers', () => {
    const types = ['COUNTRY', 'REGION', 'DISTRICT', 'CERCLE', 'COMMUNE', 'NEIGHBOURHOOD'];
    expect(types.map(count)).toEqual([1, 19, 1, 49, 701, 71]);
    expect(new Set(keysOf(all)).size).toBe(842);
  });

  it('gives a code of one edition to one unit', () => {
    const codes = all.flatMap(({ codes: known }) =>
      known.map(({ system, edition, code }) => `${system} ${edition} ${code}`),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('lies in units it holds, each after what it lies in', () => {
    const known = new Set(keysOf(all));
    expect(all.filter(({ parent }) => parent !== null && !known.has(parent))).toEqual([]);
    const told = new Set<string>();
    for (const wave of inWaves(all)) {
      expect(wave.filter(({ parent }) => parent !== null && !told.has(parent))).toEqual([]);
      for (const { key } of wave) told.add(key);
    }
    expect(told.size).toBe(842);
  });

  it('has ISO codes for ten régions and the District, and says what was inferred', () => {
    const withIso = all.filter(({ codes }) => codes.some(({ system }) => system === 'ISO_3166_2'));
    expect(withIso.map(({ unitType }) => unitType).sort()).toEqual([
      'COUNTRY',
      'DISTRICT',
      ...Array<string>(10).fill('REGION'),
    ]);
    expect(all.filter(({ inferred }) => inferred.includes('PARENT'))).toHaveLength(49 + 2);
    expect(all.filter(({ inferred }) => inferred.includes('CODES'))).toHaveLength(10);
  });

  it('loses no unit that lies in itself by mistake to an endless loop', () => {
    const lost = all.slice(0, 1).map((unit) => ({ ...unit, parent: unit.key }));
    expect(inWaves(lost)).toEqual([[]]);
  });

  it('names its sources, each with licence and attribution', () => {
    for (const { attribution, licence } of sources.items)
      expect([attribution.length, licence.length].every((length) => length > 4)).toBe(true);
    expect(sources.items.map(({ attribution }) => attribution).join()).toContain('DNCT / OCHA');
  });
});

describe('the limits of the reference territory', () => {
  const limitsOn = limitsReader();
  const drawn = async (day: string) => {
    const limits = await limitsOn(day);
    return all.filter(({ key }) => limits.has(referenceUnitId(key)));
  };

  it('are drawn in the frame of the day', async () => {
    const bandiagara = referenceUnitId('LOI-2023-007-19');
    const mopti = referenceUnitId('LOI-2023-007-05');
    const [before, since] = [await limitsOn('2023-03-12'), await limitsOn('2023-03-13')];
    expect(before.get(bandiagara)).toBeUndefined();
    expect(before.get(mopti)).toMatchObject({ frame: '2015', approximate: false });
    expect(since.get(bandiagara)).toMatchObject({ frame: '2023', approximate: true });
    expect(since.get(mopti)).toMatchObject({ frame: '2023', approximate: true });
  });

  it('are known for every région, the District, every cercle, Bamako’s communes and quartiers', async () => {
    expect(await drawn('2025-01-01')).toHaveLength(20 + 49 + 6 + 71);
    expect(await drawn('2020-01-01')).toHaveLength(9 + 49 + 6 + 71);
  });

  it('fit into a message, all at once', async () => {
    const text = JSON.stringify([...(await limitsOn('2025-01-01')).values()]);
    expect(Buffer.byteLength(text)).toBeLessThan(512 * 1_024);
  });

  it('are closed rings of longitude and latitude in Mali', async () => {
    for (const { geometry } of (await limitsOn('2025-01-01')).values()) {
      const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
      for (const ring of rings) {
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(ring.every(([lon = 0, lat = 0]) => lon > -13 && lon < 5 && lat > 10 && lat < 26)).toBe(true);
      }
    }
  });
});
