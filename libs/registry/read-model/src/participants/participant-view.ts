import type { Projection } from '@benkan/projections';
import { ofRegistry, type RegistryEvent } from '../registry-event';

type Registered = Extract<RegistryEvent, { type: 'participant-registered' }>['data'];

/** A participant without personal data. */
export type ParticipantView = {
  readonly id: string;
  readonly unitId: string;
  readonly sex: Registered['sex'];
  readonly ageBand: Registered['ageBand'];
  readonly structureKind: Registered['structureKind'];
  readonly corps: Registered['corps'];
  readonly revision: string;
  /** The unit it is listed by. */
  readonly order: string;
};

const evolve = (view: ParticipantView | undefined, event: RegistryEvent): ParticipantView | undefined => {
  const revision = String(event.revision);
  switch (event.type) {
    case 'participant-registered': {
      const { participantId, ...participant } = event.data;
      return { id: participantId, ...participant, revision, order: participant.unitId };
    }
    case 'participant-corrected': {
      const { sex, ageBand, structureKind, corps } = event.data;
      return view && { ...view, sex, ageBand, structureKind, corps, revision };
    }
    case 'personal-data-revealed':
      return view && { ...view, revision };
    default:
      return view;
  }
};

const keys = (event: RegistryEvent): readonly string[] => {
  switch (event.type) {
    case 'participant-registered':
    case 'participant-corrected':
    case 'personal-data-revealed':
      return [event.data.participantId];
    default:
      return [];
  }
};

/** One document a participant. */
export const participantsProjection: Projection<ParticipantView> = ofRegistry({
  name: 'participants',
  version: 1,
  keys,
  evolve,
});
