import type { RegistryContext } from '../context';
import { adoptRulesDoor } from './adopt-rules';
import {
  closeWorkingCommissionDoor,
  createWorkingCommissionDoor,
  endBureauRoleDoor,
  nameBureauMemberDoor,
} from './bureau';
import { establishCommitteeDoor } from './establish-committee';
import { getCommitteeDoor } from './get-committee';
import { installCommitteeDoor } from './install-committee';
import { listCommitteeTemplatesDoor } from './list-committee-templates';
import { listCommitteesDoor } from './list-committees';
import { listMembershipsDoor } from './list-memberships';
import { designateMemberDoor, endMembershipDoor, replaceMemberDoor } from './memberships';
import { declarePresidencyVacantDoor, designatePresidentDoor } from './presidency';
import { defineSeatDoor, endSeatDoor, reviseSeatDoor } from './seats';
import { reactivateCommitteeDoor, suspendCommitteeDoor } from './suspension';
import { transferCommitteeDoor } from './transfer-committee';

export const committeeDoors = (context: RegistryContext) => [
  establishCommitteeDoor(context),
  installCommitteeDoor(context),
  adoptRulesDoor(context),
  suspendCommitteeDoor(context),
  reactivateCommitteeDoor(context),
  transferCommitteeDoor(context),
  defineSeatDoor(context),
  reviseSeatDoor(context),
  endSeatDoor(context),
  designateMemberDoor(context),
  replaceMemberDoor(context),
  endMembershipDoor(context),
  designatePresidentDoor(context),
  declarePresidencyVacantDoor(context),
  nameBureauMemberDoor(context),
  endBureauRoleDoor(context),
  createWorkingCommissionDoor(context),
  closeWorkingCommissionDoor(context),
  listCommitteesDoor(context),
  getCommitteeDoor(context),
  listMembershipsDoor(context),
  listCommitteeTemplatesDoor(),
];
