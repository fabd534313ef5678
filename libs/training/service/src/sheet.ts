import { said } from '@benkan/doors';
import { recordSheet as contract } from '@benkan/contracts/training';
import { recordSheet } from '@benkan/training-domain';
import type { TrainingContext } from './context';
import { trainingDoor } from './training-door';

/** training.record-sheet: a whole sheet is one append. */
export const recordSheetDoor = (context: TrainingContext) =>
  trainingDoor(context, contract, async (asked) => {
    const { trainingId } = asked.body;
    const lines = await Promise.all(
      asked.body.lines.map(async (line) => ({
        ...line,
        participantKnown: await context.participantKnown(line.participantId, asked),
      })),
    );
    return {
      data: asked.body,
      decide: (state) => recordSheet(said(asked, context.vault, { trainingId, lines }), state),
    };
  });
