import type { SealedText } from '@benkan/contracts';
import type { Projection } from '@benkan/projections';
import { ofRegistry, type RegistryEvent } from '../registry-event';

type Established = Extract<RegistryEvent, { type: 'committee-established' }>['data'];

/** A committee; its name and its legal act stay in the vault. */
export type CommitteeView = {
  readonly id: string;
  readonly unitId: string;
  readonly level: Established['level'];
  readonly name: SealedText;
  readonly legalAct: SealedText;
  readonly frequency: Established['frequency'];
  readonly installedOn: string | null;
  readonly revision: string;
  /** The unit it is listed by. */
  readonly order: string;
};

const evolve = (view: CommitteeView | undefined, event: RegistryEvent): CommitteeView | undefined => {
  const revision = String(event.revision);
  switch (event.type) {
    case 'committee-established': {
      const { committeeId, ...committee } = event.data;
      return { id: committeeId, ...committee, installedOn: null, revision, order: committee.unitId };
    }
    case 'committee-installed':
      return view && { ...view, installedOn: event.data.installedOn, revision };
    default:
      return view;
  }
};

const keys = (event: RegistryEvent): readonly string[] => {
  switch (event.type) {
    case 'committee-established':
    case 'committee-installed':
      return [event.data.committeeId];
    default:
      return [];
  }
};

/** One document a committee. */
export const committeesProjection: Projection<CommitteeView> = ofRegistry({
  name: 'committees',
  version: 1,
  keys,
  evolve,
});
