import type { RegistryContext } from '../context';
import { correctParticipantDoor } from './correct-participant';
import { getParticipantDoor, listParticipantsDoor, searchParticipantsDoor } from './queries';
import { registerParticipantDoor } from './register-participant';
import { revealParticipantDoor } from './reveal-participant';

export const participantDoors = (context: RegistryContext) => [
  registerParticipantDoor(context),
  correctParticipantDoor(context),
  revealParticipantDoor(context),
  listParticipantsDoor(context),
  getParticipantDoor(context),
  searchParticipantsDoor(context),
];
