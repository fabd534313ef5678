import { queryDoor, recordOpening, unknownResource, type Because } from '@benkan/doors';
import { getCertificate, listCertificates, verifyCertificate } from '@benkan/contracts/training';
import {
  findByCertificate,
  findTraining,
  type CertificateIssued,
  type TrainingView,
} from '@benkan/training-read-model';
import type { TrainingContext } from '../context';
import { daysByParticipant, shownFacilitators, stateOf, textsOf } from '../shown';
import { namedAmong, namesOf, traitsOf } from './people';
import { shownTraining } from './shown-training';

type Found = { readonly training: TrainingView; readonly issued: CertificateIssued };

const found = async ({ trainings }: TrainingContext, code: string): Promise<Found> => {
  const training = await findByCertificate(trainings.current(), code);
  const issued = training?.certificates.find((one) => one.code === code);
  if (training === undefined || issued === undefined) throw unknownResource();
  return { training, issued };
};

/** Certificates with whose they are. */
const certificatesOf = async (
  context: TrainingContext,
  training: TrainingView,
  issued: readonly CertificateIssued[],
  because: Because,
) => {
  const traits = await traitsOf(
    context,
    issued.map(({ participantId }) => participantId),
    because,
  );
  const nameOf = await namesOf(context, [...traits.values()]);
  const days = daysByParticipant(training);
  return issued.map((one) => ({
    ...{ code: one.code, participantId: one.participantId, ...nameOf(one.participantId) },
    ...{ status: stateOf(one), issuedOn: one.issuedOn, daysPresent: days.get(one.participantId) ?? 0 },
  }));
};

const aboutTraining = async (context: TrainingContext, training: TrainingView, because: Because) => {
  const textOf = await context.texts(textsOf(training));
  return {
    title: training.title && textOf(training.title),
    ...(await shownTraining(context, training, because)),
    facilitators: shownFacilitators(training, textOf),
    revision: training.revision,
  };
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

const CERTIFICATE = 'CERTIFICATE' as const;

/** training.get-certificate: the record that a name was opened comes first. */
export const getCertificateDoor = (context: TrainingContext) =>
  queryDoor(getCertificate, async (asked) => {
    const { trainingId, code } = asked.body;
    const { training, issued } = await found(context, code);
    if (training.id !== trainingId) throw unknownResource();
    const [certificate] = await certificatesOf(context, training, [issued], asked);
    if (certificate === undefined) throw unknownResource();
    await recordOpening(context, asked, {
      ...{ wireName: getCertificate.name, resourceId: trainingId, purpose: CERTIFICATE },
      count: namedAmong([certificate]),
    });
    return { trainingId, ...certificate, ...(await aboutTraining(context, training, asked)) };
  });

/** training.list-certificates: one record for all the names opened. */
export const listCertificatesDoor = (context: TrainingContext) =>
  queryDoor(listCertificates, async (asked) => {
    const { trainingId } = asked.body;
    const training = await findTraining(context.trainings.current(), trainingId);
    if (training === undefined) throw unknownResource();
    const certificates = await certificatesOf(context, training, training.certificates, asked);
    await recordOpening(context, asked, {
      ...{ wireName: listCertificates.name, resourceId: trainingId, purpose: CERTIFICATE },
      count: namedAmong(certificates),
    });
    return { trainingId, ...(await aboutTraining(context, training, asked)), certificates };
  });
