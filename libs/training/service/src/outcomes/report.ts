import { said } from '@benkan/doors';
import {
  fileTrainingReport as fileContract,
  REPORT_SECTIONS,
  writeTrainingReport as writeContract,
} from '@benkan/contracts/training';
import { fileTrainingReport, writeTrainingReport } from '@benkan/training-domain';
import type { TrainingContext } from '../context';
import { sealedSections, trainingDoor } from '../training-door';

/** training.write-training-report */
export const writeTrainingReportDoor = (context: TrainingContext) =>
  trainingDoor(context, writeContract, (asked, texts) => {
    const { trainingId } = asked.body;
    const data = { trainingId, ...sealedSections(REPORT_SECTIONS, asked.body, texts) };
    return { data, decide: (state) => writeTrainingReport(said(asked, context.vault, data), state) };
  });

/** training.file-training-report */
export const fileTrainingReportDoor = (context: TrainingContext) =>
  trainingDoor(context, fileContract, (asked, texts) => {
    const data = { ...asked.body, reason: texts.maybe('reason', asked.body.reason) };
    return {
      data,
      on: data.filedOn,
      decide: (state) => fileTrainingReport(said(asked, context.vault, data), state),
    };
  });
