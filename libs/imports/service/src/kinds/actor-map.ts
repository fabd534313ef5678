import {
  addActor,
  flagExcludedGroup,
  proposeInclusionStrategy,
  startMapping,
} from '@benkan/contracts/registry';
import type { ActorRow } from '@benkan/imports-domain';
import type { Kind, Working } from './kind';
import { differing, recordedMaps, type RecordedMap } from './recorded-actors';
import { failed, stepper, trouble, type Done } from './step';

type Steps = ReturnType<typeof stepper>;
type OfMap = { readonly actorMapId: string; readonly key: string; readonly steps: Steps };

const include = async (
  { say }: Working,
  { actor, excluded, strategy, date }: ActorRow,
  { actorMapId, actorId, key, steps }: OfMap & { readonly actorId: string },
): Promise<void> => {
  if (excluded === null || excluded === undefined) return;
  const flagged = await say(
    flagExcludedGroup,
    {
      ...{ actorMapId, actorId, group: excluded, on: date },
      ...(excluded === 'OTHER' && { otherGroup: actor }),
    },
    `${key}|group`,
  );
  const exclusionId = steps.taken(flagExcludedGroup.name, flagged)?.exclusionId;
  if (exclusionId === undefined || strategy === null) return;
  const proposal = { actorMapId, exclusionId, text: strategy, on: date };
  steps.take(proposeInclusionStrategy.name, await say(proposeInclusionStrategy, proposal, `${key}|strategy`));
};

const addTo = async (working: Working, row: ActorRow, map: OfMap): Promise<void> => {
  const { actorMapId, key, steps } = map;
  const { actor: name, kind, category, influence, interest, seat, date: on } = row;
  const added = await working.say(
    addActor,
    { actorMapId, name, kind, category, influence, interest, seatOnCommittee: seat, on },
    `${key}|actor`,
  );
  const actorId = steps.taken(addActor.name, added)?.actorId;
  if (actorId !== undefined) await include(working, row, { ...map, actorId });
};

/** An actor a row: the rows of a commune and a day make one map, which stays open for a person to publish. */
export const actorMap: Kind<'actor-map'> = {
  needs: addActor.name,
  // the rows of a map follow one another on its stream
  width: 1,
  open: async (working) => {
    const { say, places } = working;
    const mapOf = recordedMaps(working);
    const mapFor = async (row: ActorRow, unitId: string, steps: Steps): Promise<RecordedMap | undefined> => {
      const map = await mapOf(unitId, row.date);
      const { actorMapId: id, known } = map;
      if (known) return map;
      const begun = await say(
        startMapping,
        { id, unitId, mappedOn: row.date },
        `${row.communeCode}|${row.date}|map`,
      );
      return steps.take(startMapping.name, begun) === undefined ? undefined : map;
    };

    const row = async (values: ActorRow, key: string): Promise<Done> => {
      const place = await places.place(values.communeCode);
      if (place === undefined) return failed(trouble('unknown-commune', 'Code commune', values.communeCode));
      const steps = stepper();
      const map = await mapFor(values, place.unitId, steps);
      if (map === undefined) return steps.done();
      const differs = differing(map, values);
      if (differs !== undefined) return failed(differs);
      await addTo(working, values, { actorMapId: map.actorMapId, key, steps });
      return steps.done();
    };
    return { kind: 'opened', troubles: [], row };
  },
};
