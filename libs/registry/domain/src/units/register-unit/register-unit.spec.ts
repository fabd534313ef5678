import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import type { PlaceCode, UnitRegistered } from '../unit-facts';
import { registerUnit, type RegisterUnit } from './register-unit';

const { given } = spec(unit, registerUnit);
const { at, by, cod, codRenumbered, iso, registered } = x;

const call = (data: Partial<RegisterUnit['data']> = {}): RegisterUnit => ({
  data: { ...registered.data, ...x.allIsWell.register, ...data },
  at,
  by,
});
const withCodes = (...codes: PlaceCode[]): UnitRegistered => ({
  type: 'unit-registered',
  data: { ...registered.data, codes },
});
const { unitId } = registered.data;
const descended = { type: 'unit-descended', data: { unitId, predecessors: [x.north, x.south] } } as const;
const inferred = { type: 'unit-inferred', data: { unitId, parts: ['PARENT'] } } as const;
const asFacts = {
  descended: { ...descended, data: { unitId, predecessors: [...descended.data.predecessors] } },
  inferred: { ...inferred, data: { unitId, parts: [...inferred.data.parts] } },
};

describe('registry.register-unit', () => {
  it('registers a unit under its parent', () => given().when(call()).then(registered));
  it('registers the country, which has no parent', () =>
    given()
      .when(call({ unitType: 'COUNTRY', parentId: null, parentKnown: false }))
      .then({ type: 'unit-registered', data: { ...registered.data, unitType: 'COUNTRY', parentId: null } }));
  it('keeps the codes of every edition, each once, in one order', () =>
    given()
      .when(call({ codes: [iso, codRenumbered, cod, iso] }))
      .then(withCodes(cod, codRenumbered, iso)));
  it('registers a unit without any code: nine regions have none in ISO', () =>
    given()
      .when(call({ codes: [] }))
      .then(withCodes()));
  it('names the units it takes the place of, and what was only inferred', () =>
    given()
      .when(call({ predecessors: [x.south, x.north, x.south], inferred: ['PARENT'] }))
      .then(registered, asFacts.descended, asFacts.inferred));
  it('hears the same unit once', () => given(registered).when(call()).then());
  it('hears it once with all that was told of it', () =>
    given(registered, asFacts.descended, asFacts.inferred)
      .when(call({ predecessors: [x.north, x.south], inferred: ['PARENT'] }))
      .then());
  it('hears it once whatever the order of its codes', () =>
    given(withCodes(cod, codRenumbered))
      .when(call({ codes: [codRenumbered, cod] }))
      .then());
  it('never overwrites what is written', () =>
    given(registered)
      .when(
        call({
          ...{ unitType: 'ARRONDISSEMENT', name: x.text('9'), codes: [cod], validFrom: '2023-03-13' },
          predecessors: [x.north],
        }),
      )
      .thenRefused('differs-from-recorded', ['unitType', 'name', 'codes', 'validFrom', 'predecessors']));
  it('refuses a parent the registry does not know', () =>
    given()
      .when(call({ parentKnown: false }))
      .thenRefused('parent-unknown'));
  it('refuses a parent that does not exist when the unit begins', () =>
    given()
      .when(call({ parentStands: false }))
      .thenRefused('parent-not-standing'));
  it('refuses predecessors the registry does not know', () =>
    given()
      .when(call({ predecessors: [x.north], predecessorsKnown: false }))
      .thenRefused('predecessor-unknown'));
  it('refuses a code another unit holds', () =>
    given()
      .when(call({ codeHeld: true }))
      .thenRefused('code-held-by-another'));
  it('refuses two codes of one edition', () =>
    given()
      .when(call({ codes: [cod, { ...cod, code: 'ML0701' }] }))
      .thenRefused('has-another-code'));
});
