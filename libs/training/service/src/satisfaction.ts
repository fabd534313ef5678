import { said } from '@benkan/doors';
import {
  correctSatisfaction as correctContract,
  recordSatisfaction as recordContract,
} from '@benkan/contracts/training';
import { correctSatisfaction, recordSatisfaction } from '@benkan/training-domain';
import type { TrainingContext } from './context';
import { trainingDoor } from './training-door';

/** training.record-satisfaction */
export const recordSatisfactionDoor = (context: TrainingContext) =>
  trainingDoor(context, recordContract, (asked) => ({
    data: asked.body,
    decide: (state) => recordSatisfaction(said(asked, context.vault, asked.body), state),
  }));

/** training.correct-satisfaction */
export const correctSatisfactionDoor = (context: TrainingContext) =>
  trainingDoor(context, correctContract, (asked, texts) => {
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    return { data, decide: (state) => correctSatisfaction(said(asked, context.vault, data), state) };
  });
