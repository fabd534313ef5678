import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { firstRefusal } from '../../committees/first-refusal';
import type { UnitType } from '../../units/unit-version';
import type { ActorMapFact, Started } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';
import { takenOver, type OwnNames } from './taken-over';

export type StartMapping = Said<
  Started & {
    /** What the unit was on the day of the mapping; null where it was not, or is not known. */
    readonly unitType: UnitType | null;
    readonly unitKnown: boolean;
    /** The draft that already holds this unit. */
    readonly heldBy: string | null;
    /** The earlier map it is based on; unknown where there is none. */
    readonly base: ActorMap;
    readonly names: OwnNames;
  }
>;

export type StartMappingRefusal =
  | 'unit-unknown'
  | 'unit-not-a-commune'
  | 'unit-has-a-draft'
  | 'in-the-future'
  | 'base-not-of-this-unit'
  | 'before-base'
  | 'differs-from-recorded';

const ofUnit = (unitType: UnitType | null): boolean =>
  unitType === 'COMMUNE' || unitType === 'ARRONDISSEMENT';

const whyNot = ({ data, at }: StartMapping) => {
  const { unitId, mappedOn, basedOn, base, heldBy, actorMapId } = data;
  const earlier = base.status === 'unknown' ? undefined : base.started;
  return firstRefusal(
    [!data.unitKnown, 'unit-unknown'],
    [mappedOn > dayOf(at), 'in-the-future'],
    [!ofUnit(data.unitType), 'unit-not-a-commune'],
    [basedOn !== null && earlier?.unitId !== unitId, 'base-not-of-this-unit'],
    [earlier !== undefined && mappedOn < earlier.mappedOn, 'before-base'],
    [heldBy !== null && heldBy !== actorMapId, 'unit-has-a-draft'],
  );
};

/** One draft a unit at a time; a new version may begin with what an earlier one said. */
export const startMapping = (
  command: StartMapping,
  map: ActorMap,
): Decision<ActorMapFact, StartMappingRefusal> => {
  const { actorMapId, unitId, version, mappedOn, basedOn, base, names } = command.data;
  if (map.status !== 'unknown') return asRecorded(map.started, { unitId, mappedOn, basedOn });
  const no = whyNot(command);
  if (no !== undefined) return refuse(no.code);
  const started: Started = { actorMapId, unitId, version, mappedOn, basedOn };
  const carried = base.status === 'unknown' ? [] : takenOver(started, base, names, dayOf(command.at));
  return accept<ActorMapFact>({ type: 'actor-mapping-started', data: started }, ...carried);
};
