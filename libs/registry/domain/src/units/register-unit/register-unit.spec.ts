import { spec } from '@benkan/testing';
import { at, by, registered, text } from '../../registry.examples';
import { unit, type PlaceCode, type UnitRegistered } from '../unit';
import { registerUnit, type RegisterUnit } from './register-unit';

const { given } = spec(unit, registerUnit);

const call = (data: Partial<RegisterUnit['data']> = {}): RegisterUnit => ({
  data: { ...registered.data, parentKnown: true, ...data },
  at,
  by,
});
const withCodes = (...codes: PlaceCode[]): UnitRegistered => ({
  type: 'unit-registered',
  data: { ...registered.data, codes },
});
const cod: PlaceCode = { system: 'HDX_COD', edition: '2015', code: 'ML0702' };
const codRenumbered: PlaceCode = { system: 'HDX_COD', edition: '2021', code: 'ML0701' };
const iso: PlaceCode = { system: 'ISO_3166_2', edition: '2020', code: 'ML-7' };

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
  it('hears the same unit once', () => given(registered).when(call()).then());
  it('hears it once whatever the order of its codes', () =>
    given(withCodes(cod, codRenumbered))
      .when(call({ codes: [codRenumbered, cod] }))
      .then());
  it('never overwrites what is written', () =>
    given(registered)
      .when(call({ unitType: 'ARRONDISSEMENT', name: text('9'), codes: [cod], validFrom: '2023-03-13' }))
      .thenRefused('differs-from-recorded', ['unitType', 'name', 'codes', 'validFrom']));
  it('refuses a parent the registry does not know', () =>
    given()
      .when(call({ parentKnown: false }))
      .thenRefused('parent-unknown'));
});
