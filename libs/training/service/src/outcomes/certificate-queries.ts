import { queryDoor, unknownResource } from '@benkan/doors';
import { getCertificate, verifyCertificate } from '@benkan/contracts/training';
import { findByCertificate, type CertificateIssued, type TrainingView } from '@benkan/training-read-model';
import type { TrainingContext } from '../context';
import { daysByParticipant, shownFacilitators, stateOf, textsOf } from '../shown';
import { namesOf, traitsOf } from './people';
import { shownTraining } from './shown-training';

type Found = { readonly training: TrainingView; readonly issued: CertificateIssued };

const found = async ({ trainings }: TrainingContext, code: string): Promise<Found> => {
  const training = await findByCertificate(trainings.current(), code);
  const issued = training?.certificates.find((one) => one.code === code);
  if (training === undefined || issued === undefined) throw unknownResource();
  return { training, issued };
};

/** training.verify-certificate: nothing of the person, whoever asks. */
export const verifyCertificateDoor = (context: TrainingContext) =>
  queryDoor(verifyCertificate, async (asked) => {
    const { training, issued } = await found(context, asked.body.code);
    return {
      code: issued.code,
      status: stateOf(issued),
      issuedOn: issued.issuedOn,
      ...(await shownTraining(context, training, asked)),
    };
  });

/** training.get-certificate */
export const getCertificateDoor = (context: TrainingContext) =>
  queryDoor(getCertificate, async (asked) => {
    const { trainingId, code } = asked.body;
    const { training, issued } = await found(context, code);
    if (training.id !== trainingId) throw unknownResource();
    const { participantId, issuedOn } = issued;
    const traits = await traitsOf(context, [participantId], asked);
    const nameOf = await namesOf(context, [...traits.values()]);
    const textOf = await context.texts(textsOf(training));
    return {
      ...{ code, trainingId, participantId, status: stateOf(issued), issuedOn },
      ...nameOf(participantId),
      title: training.title && textOf(training.title),
      ...(await shownTraining(context, training, asked)),
      daysPresent: daysByParticipant(training).get(participantId) ?? 0,
      facilitators: shownFacilitators(training, textOf),
      revision: training.revision,
    };
  });
