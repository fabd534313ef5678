import type { RegistryContext } from '../context';
import { establishCommitteeDoor } from './establish-committee';
import { installCommitteeDoor } from './install-committee';
import { getCommitteeDoor, listCommitteesDoor } from './queries';

export const committeeDoors = (context: RegistryContext) => [
  establishCommitteeDoor(context),
  installCommitteeDoor(context),
  listCommitteesDoor(context),
  getCommitteeDoor(context),
];
