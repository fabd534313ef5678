import { reviewInclusion } from '@benkan/contracts/registry';
import type { ActorRow } from '@benkan/imports-domain';
import type { Difference } from '@benkan/kernel';
import { derivedId } from '@benkan/messaging';
import type { Working } from './kind';
import type { ActorMapShown } from './places';
import type { Trouble } from './step';

/** The map of a commune and a day as it stood before the import; its id is the one it will have where there is none. */
export type RecordedMap = {
  readonly actorMapId: string;
  readonly known: boolean;
  readonly exclusionOf: (actor: string) => Exclusion | undefined;
};

type Exclusion = ActorMapShown['exclusions'][number];

const UNKNOWN = () => undefined;

const lasting = ({ actors, exclusions }: ActorMapShown) => {
  const ids = new Map(actors.flatMap(({ id, name }) => (name === null ? [] : [[name, id] as const])));
  return (actor: string): Exclusion | undefined =>
    exclusions.find(
      ({ actorId, endedOn }) => endedOn === null && actorId !== null && actorId === ids.get(actor),
    );
};

/** Each map is looked for once. */
export const recordedMaps = ({ places }: Working) => {
  const found = new Map<string, Promise<RecordedMap>>();
  const find = async (unitId: string, day: string): Promise<RecordedMap> => {
    const map = await places.actorMap(unitId, day);
    if (map === undefined)
      return { actorMapId: derivedId('actor-map', unitId, day), known: false, exclusionOf: UNKNOWN };
    return { actorMapId: map.id, known: true, exclusionOf: lasting(map) };
  };
  return (unitId: string, day: string): Promise<RecordedMap> => {
    const key = `${unitId}|${day}`;
    const map = found.get(key) ?? find(unitId, day);
    found.set(key, map);
    return map;
  };
};

const differencesOf = (
  { group, strategies }: Exclusion,
  { excluded, strategy }: ActorRow,
): readonly Difference[] => {
  if (excluded === undefined) return [];
  if (excluded !== group) return [{ field: 'excludedGroup', recorded: group, given: excluded }];
  const [recorded] = strategies;
  if (strategy === null || recorded === undefined || strategies.some(({ text }) => text === strategy))
    return [];
  return [{ field: 'inclusionStrategy', recorded: recorded.text, given: strategy }];
};

/** What a row says otherwise of an excluded group that is recorded: only a review may end it. */
export const differing = (map: RecordedMap, row: ActorRow): Trouble | undefined => {
  const exclusion = map.exclusionOf(row.actor);
  const differences = exclusion === undefined ? [] : differencesOf(exclusion, row);
  if (differences.length === 0) return undefined;
  return { code: 'differs-from-recorded', column: null, value: null, differences, by: reviewInclusion.name };
};
