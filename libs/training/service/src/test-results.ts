import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import {
  correctTestResults as correctContract,
  recordTestResults as recordContract,
} from '@benkan/contracts/training';
import { correctTestResults, recordTestResults } from '@benkan/training-domain';
import { trainings } from './aggregates';
import type { TrainingContext } from './context';

/** training.record-test-results */
export const recordTestResultsDoor = ({ handle, vault }: TrainingContext) =>
  commandDoor(recordContract, async (asked) => {
    const told = await handle({
      aggregate: trainings,
      id: asked.body.trainingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => recordTestResults(said(asked, vault, asked.body), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: asked.body.trainingId };
  });

/** training.correct-test-results */
export const correctTestResultsDoor = ({ handle, vault }: TrainingContext) =>
  commandDoor(correctContract, async (asked) => {
    const texts = sealing(vault, asked.commandId);
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    const told = await handle({
      aggregate: trainings,
      id: data.trainingId,
      header: headerOf(asked, vault, data),
      decide: (state) => correctTestResults(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: data.trainingId };
  });
