import type { ServiceDeps, TextReader } from '@benkan/doors';
import type { CurrentModel } from '@benkan/projections';
import type { Atlas } from '@benkan/registry-read-model';
import type {
  ActorMapsModel,
  CommitteesModel,
  ParticipantsModel,
  ProjectsModel,
  ReviewsModel,
  UnitsModel,
} from './models';

/** What the registry's doors work with. */
export type RegistryContext = ServiceDeps & {
  readonly units: CurrentModel<UnitsModel>;
  /** Every unit on every day, read from the views. */
  readonly atlas: Atlas;
  readonly committees: CurrentModel<CommitteesModel>;
  readonly participants: CurrentModel<ParticipantsModel>;
  readonly projects: CurrentModel<ProjectsModel>;
  readonly reviews: CurrentModel<ReviewsModel>;
  readonly actorMaps: CurrentModel<ActorMapsModel>;
  readonly texts: TextReader;
  /** The commit position every view of this service has reached. */
  readonly position: () => bigint;
  /** Whether a unit was ever registered. */
  readonly unitKnown: (unitId: string) => Promise<boolean>;
};
