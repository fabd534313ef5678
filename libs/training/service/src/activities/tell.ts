import { getCommittee } from '@benkan/contracts/registry';
import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import {
  correctActivity as correctContract,
  recordActivity as recordContract,
  withdrawActivity as withdrawContract,
} from '@benkan/contracts/training';
import { derivedId } from '@benkan/messaging';
import { correctActivity, recordActivity, withdrawActivity } from '@benkan/training-domain';
import { activities } from '../aggregates';
import type { TrainingContext } from '../context';

/** What stands for the unit of a committee nobody knows: it is refused before it is written. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** training.record-activity */
export const recordActivityDoor = ({ handle, vault, ask }: TrainingContext) =>
  commandDoor(recordContract, async (asked) => {
    const { id: given, otherKind, place, ...body } = asked.body;
    const activityId = given ?? derivedId('activity', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const sealed = { otherKind: texts.maybe('otherKind', otherKind), place: texts.maybe('place', place) };
    const meant = { activityId, ...body, ...sealed };
    const committee = await ask(getCommittee, { committeeId: body.committeeId }, asked);
    const told = { ...meant, unitId: committee?.unitId ?? NOWHERE };
    const heard = await handle({
      aggregate: activities,
      id: activityId,
      header: headerOf(asked, vault, meant, body.days[0]),
      decide: (state) =>
        recordActivity(said(asked, vault, { told, committeeKnown: committee !== undefined }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...heard, id: activityId };
  });

/** training.correct-activity */
export const correctActivityDoor = ({ handle, vault }: TrainingContext) =>
  commandDoor(correctContract, async (asked) => {
    const { otherKind, place, reason, ...body } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const sealed = { otherKind: texts.maybe('otherKind', otherKind), place: texts.maybe('place', place) };
    const told = { ...body, ...sealed };
    const meant = { told, reason: texts.text('reason', reason) };
    const heard = await handle({
      aggregate: activities,
      id: body.activityId,
      header: headerOf(asked, vault, meant, body.days[0]),
      decide: (state) => correctActivity(said(asked, vault, meant), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...heard, id: body.activityId };
  });

/** training.withdraw-activity */
export const withdrawActivityDoor = ({ handle, vault }: TrainingContext) =>
  commandDoor(withdrawContract, async (asked) => {
    const texts = sealing(vault, asked.commandId);
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    const heard = await handle({
      aggregate: activities,
      id: data.activityId,
      header: headerOf(asked, vault, data),
      decide: (state) => withdrawActivity(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...heard, id: data.activityId };
  });
