import { queryDoor, unknownResource } from '@benkan/doors';
import { getUnitGeometry, listTerritorySources } from '@benkan/contracts/registry';
import { dayOf } from '@benkan/kernel';
import { onMap, type UnitOnMap } from '@benkan/registry-read-model';
import type { RegistryContext } from '../context';
import { limitsReader, type Limits } from '../reference/limits';
import { isLoaded } from '../reference/marker';
import { coreReference } from '../reference/reference-units';
import sources from '../reference/sources.json';

const NOTICE = 'limites indicatives : dessin simplifié, sans valeur juridique';
const NOTHING = 'aucune limite connue pour cette unité ni pour ce qu’elle contient';
const LICENCE = 'CC BY 4.0';

const SOURCES = ['HDX_COD_AB_2015', 'HDX_COD_AB_2015_QUARTIERS', 'REGIONS_2023_APPROX'];
const ATTRIBUTION = sources.items
  .filter(({ key }) => SOURCES.includes(key))
  .map(({ attribution }) => attribution);

type Drawn = { readonly unit: UnitOnMap; readonly limits: Limits };

const featureOf = ({ unit, limits }: Drawn, name: string, root: string) => ({
  type: 'Feature' as const,
  id: unit.id,
  geometry: limits.geometry,
  properties: {
    name,
    unitType: unit.unitType,
    parentId: unit.parentId,
    role: unit.id === root ? ('unit' as const) : ('child' as const),
    frame: limits.frame,
    approximate: limits.approximate,
    limits: 'indicative' as const,
  },
});

const editionOf = (drawn: readonly Drawn[]): string =>
  [...new Set(drawn.map(({ limits }) => limits.frame))].sort().join(', ');

/** registry.get-unit-geometry: the unit first, then its children by code. */
export const getUnitGeometryDoor = ({ atlas, texts }: RegistryContext) => {
  const limitsOn = limitsReader();
  return queryDoor(getUnitGeometry, async ({ at, body: { unitId, map = dayOf(at) } }) => {
    const all = (await atlas()).flatMap((unit) => onMap(unit, map) ?? []);
    const unit = all.find(({ id }) => id === unitId);
    if (unit === undefined) throw unknownResource();
    const children = all.filter(({ parentId }) => parentId === unitId);
    children.sort((one, other) => (one.order < other.order ? -1 : 1));
    const limits = await limitsOn(map);
    const drawn = [unit, ...children].flatMap((each): Drawn[] => {
      const known = limits.get(each.id);
      return known === undefined ? [] : [{ unit: each, limits: known }];
    });
    const textOf = await texts(drawn.map((each) => each.unit.name));
    return {
      type: 'FeatureCollection' as const,
      features: drawn.map((each) => featureOf(each, textOf(each.unit.name), unitId)),
      notice: NOTICE,
      attribution: ATTRIBUTION,
      licence: LICENCE,
      edition: editionOf(drawn),
      map,
      note: drawn.length === 0 ? NOTHING : null,
    };
  });
};

/** registry.list-territory-sources */
export const listTerritorySourcesDoor = (context: RegistryContext) =>
  queryDoor(listTerritorySources, async () => {
    const { edition } = coreReference;
    return { ...sources, reference: { edition, loaded: await isLoaded(context, edition) } };
  });
