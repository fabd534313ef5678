import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getActivity, listActivities as listContract } from '@benkan/contracts/training';
import { findActivity, listActivities, type ActivityView } from '@benkan/training-read-model';
import type { SealedText } from '@benkan/contracts';
import type { TrainingContext } from '../context';

const textsOf = ({ otherKind, place }: ActivityView): readonly (SealedText | null)[] => [otherKind, place];

const shown = (
  { id, status, unitId, committeeId, kind, days, jointWith, tally, otherKind, place, revision }: ActivityView,
  textOf: (text: SealedText) => string,
) => ({
  ...{ id, status, unitId, committeeId, kind, days: [...days], jointWith: [...jointWith], tally, revision },
  ...{ otherKind: otherKind && textOf(otherKind), place: place && textOf(place) },
});

/** training.list-activities */
export const listActivitiesDoor = ({ activities, texts, position: reached }: TrainingContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = reached();
    const { rows, next } = rowsOf(await listActivities(activities.current(), { ...request, unitIds }));
    const textOf = await texts(rows.flatMap(textsOf));
    return pageAnswer(
      rows.map((row) => shown(row, textOf)),
      next,
      position,
    );
  });

/** training.get-activity */
export const getActivityDoor = ({ activities, texts }: TrainingContext) =>
  queryDoor(getActivity, async ({ body: { activityId } }) => {
    const found = await findActivity(activities.current(), activityId);
    if (found === undefined) throw unknownResource();
    return shown(found, await texts(textsOf(found)));
  });
