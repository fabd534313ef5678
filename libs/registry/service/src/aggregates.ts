import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/registry';
import type { Aggregate } from '@benkan/event-store';
import {
  committee,
  participant,
  unit,
  type Committee,
  type CommitteeFact,
  type Participant,
  type ParticipantFact,
  type Unit,
  type UnitFact,
} from '@benkan/registry-domain';

/** Reads whatever the registry has ever stored. */
export const readRegistry = eventReader(storedEvents);

export const units: Aggregate<Unit, UnitFact> = {
  name: 'unit',
  fold: unit,
  read: readRegistry as Aggregate<Unit, UnitFact>['read'],
};
export const committees: Aggregate<Committee, CommitteeFact> = {
  name: 'committee',
  fold: committee,
  read: readRegistry as Aggregate<Committee, CommitteeFact>['read'],
};
export const participants: Aggregate<Participant, ParticipantFact> = {
  name: 'participant',
  fold: participant,
  read: readRegistry as Aggregate<Participant, ParticipantFact>['read'],
};
