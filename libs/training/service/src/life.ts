import { said } from '@benkan/doors';
import {
  cancel as cancelContract,
  closeTraining as closeContract,
  openSession as openContract,
  postpone as postponeContract,
  setTermsOfReference as termsContract,
  TERMS_SECTIONS,
} from '@benkan/contracts/training';
import { cancel, closeTraining, openSession, postpone, setTermsOfReference } from '@benkan/training-domain';
import type { TrainingContext } from './context';
import { sealedSections, trainingDoor } from './training-door';

/** training.set-terms-of-reference */
export const setTermsOfReferenceDoor = (context: TrainingContext) =>
  trainingDoor(context, termsContract, (asked, texts) => {
    const { trainingId } = asked.body;
    const data = { trainingId, ...sealedSections(TERMS_SECTIONS, asked.body, texts) };
    return { data, decide: (state) => setTermsOfReference(said(asked, context.vault, data), state) };
  });

/** training.open-session */
export const openSessionDoor = (context: TrainingContext) =>
  trainingDoor(context, openContract, (asked) => ({
    data: asked.body,
    on: asked.body.day,
    decide: (state) => openSession(said(asked, context.vault, asked.body), state),
  }));

/** training.postpone */
export const postponeDoor = (context: TrainingContext) =>
  trainingDoor(context, postponeContract, (asked, texts) => {
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    return { data, decide: (state) => postpone(said(asked, context.vault, data), state) };
  });

/** training.cancel */
export const cancelDoor = (context: TrainingContext) =>
  trainingDoor(context, cancelContract, (asked, texts) => {
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    return { data, decide: (state) => cancel(said(asked, context.vault, data), state) };
  });

/** training.close-training */
export const closeTrainingDoor = (context: TrainingContext) =>
  trainingDoor(context, closeContract, (asked) => ({
    data: asked.body,
    decide: (state) => closeTraining(said(asked, context.vault, asked.body), state),
  }));
