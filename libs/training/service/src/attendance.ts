import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import {
  correctAttendance as correctContract,
  recordAttendance as recordContract,
} from '@benkan/contracts/training';
import { correctAttendance, recordAttendance } from '@benkan/training-domain';
import { trainings } from './aggregates';
import type { TrainingContext } from './context';

/** training.record-attendance */
export const recordAttendanceDoor = ({ handle, vault, participantKnown }: TrainingContext) =>
  commandDoor(recordContract, async (asked) => {
    const { trainingId, participantId, day } = asked.body;
    const known = await participantKnown(participantId, asked);
    const told = await handle({
      aggregate: trainings,
      id: trainingId,
      header: headerOf(asked, vault, asked.body, day),
      decide: (state) =>
        recordAttendance(said(asked, vault, { ...asked.body, participantKnown: known }), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: trainingId };
  });

/** training.correct-attendance */
export const correctAttendanceDoor = ({ handle, vault, participantKnown }: TrainingContext) =>
  commandDoor(correctContract, async (asked) => {
    const texts = sealing(vault, asked.commandId);
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    const known = await participantKnown(data.participantId, asked);
    const told = await handle({
      aggregate: trainings,
      id: data.trainingId,
      header: headerOf(asked, vault, data, data.day),
      decide: (state) => correctAttendance(said(asked, vault, { ...data, participantKnown: known }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: data.trainingId };
  });
