import { said } from '@benkan/doors';
import {
  nameFacilitator as nameContract,
  withdrawFacilitator as withdrawContract,
} from '@benkan/contracts/training';
import { derivedId } from '@benkan/messaging';
import { nameFacilitator, withdrawFacilitator } from '@benkan/training-domain';
import type { TrainingContext } from './context';
import { trainingDoor } from './training-door';

/** training.name-facilitator */
export const nameFacilitatorDoor = (context: TrainingContext) =>
  trainingDoor(context, nameContract, (asked, texts) => {
    const { trainingId, facilitatorId: given, name, organisation } = asked.body;
    const facilitatorId = given ?? derivedId('facilitator', asked.commandId);
    const sealed = {
      name: texts.text('name', name),
      organisation: texts.maybe('organisation', organisation),
    };
    const data = { trainingId, facilitatorId, ...sealed };
    return {
      data,
      decide: (state) => nameFacilitator(said(asked, context.vault, data), state),
      extra: { facilitatorId },
    };
  });

/** training.withdraw-facilitator */
export const withdrawFacilitatorDoor = (context: TrainingContext) =>
  trainingDoor(context, withdrawContract, (asked, texts) => {
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    return { data, decide: (state) => withdrawFacilitator(said(asked, context.vault, data), state) };
  });
