import type { participantEvents } from '@benkan/contracts/registry';
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
  readonly erased: boolean;
  /** The record that speaks for this one, if it was merged. */
  readonly mergedInto: string | null;
  readonly revision: string;
  /** The unit it is listed by. */
  readonly order: string;
};

type Spoken = Extract<RegistryEvent, { type: (typeof participantEvents)[number]['type'] }>;
type Changing = Exclude<Spoken['type'], 'participant-registered'>;

/** What a fact changes of a view besides its revision; a type that is missing here does not compile. */
const changes: {
  readonly [Type in Changing]: (event: Extract<Spoken, { type: Type }>) => Partial<ParticipantView>;
} = {
  'participant-corrected': ({ data: { sex, ageBand, structureKind, corps } }) => ({
    ...{ sex, ageBand, structureKind, corps },
  }),
  'participant-merged': ({ data: { into } }) => ({ mergedInto: into }),
  'personal-data-erased': () => ({ erased: true }),
  'personal-data-revealed': () => ({}),
  'consent-recorded': () => ({}),
  'consent-withdrawn': () => ({}),
  'duplicate-absorbed': () => ({}),
  'duplicate-let-go': () => ({}),
  'own-data-exported': () => ({}),
};

const isChange = (event: RegistryEvent): event is Extract<Spoken, { type: Changing }> =>
  Object.hasOwn(changes, event.type);

const begun = ({
  data,
  revision,
}: Extract<RegistryEvent, { type: 'participant-registered' }>): ParticipantView => {
  const { participantId, ...participant } = data;
  return {
    ...{ id: participantId, ...participant, erased: false, mergedInto: null },
    ...{ revision: String(revision), order: participant.unitId },
  };
};

const evolve = (view: ParticipantView | undefined, event: RegistryEvent): ParticipantView | undefined => {
  if (event.type === 'participant-registered') return begun(event);
  if (view === undefined || !isChange(event)) return view;
  const change = changes[event.type] as (event: RegistryEvent) => Partial<ParticipantView>;
  // the records erased with it have streams, so revisions, of their own
  const own = event.data.participantId === view.id ? { revision: String(event.revision) } : {};
  return { ...view, ...change(event), ...own };
};

const keys = (event: RegistryEvent): readonly string[] => {
  if (event.type !== 'participant-registered' && !isChange(event)) return [];
  const also = event.type === 'personal-data-erased' ? event.data.duplicates : [];
  return [event.data.participantId, ...also];
};

/** One document a participant. */
export const participantsProjection: Projection<ParticipantView> = ofRegistry({
  name: 'participants',
  version: 2,
  keys,
  evolve,
});
