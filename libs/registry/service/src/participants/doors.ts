import type { RegistryContext } from '../context';
import { recordConsentDoor, withdrawConsentDoor } from './consents';
import { correctParticipantDoor } from './correct-participant';
import { eraseParticipantDoor } from './erase-participant';
import { getErasureCertificateDoor } from './erasure-certificate';
import { exportOwnDataDoor } from './export-own-data';
import { listMergeCandidatesDoor } from './merge-candidates';
import { mergeParticipantsDoor } from './merge-participants';
import {
  getParticipantDoor,
  getParticipantsDoor,
  listParticipantsDoor,
  searchParticipantsDoor,
} from './queries';
import { registerParticipantDoor } from './register-participant';
import { revealParticipantDoor } from './reveal-participant';

export const participantDoors = (context: RegistryContext) => [
  registerParticipantDoor(context),
  correctParticipantDoor(context),
  revealParticipantDoor(context),
  listParticipantsDoor(context),
  getParticipantDoor(context),
  getParticipantsDoor(context),
  searchParticipantsDoor(context),
  recordConsentDoor(context),
  withdrawConsentDoor(context),
  mergeParticipantsDoor(context),
  listMergeCandidatesDoor(context),
  eraseParticipantDoor(context),
  getErasureCertificateDoor(context),
  exportOwnDataDoor(context),
];
