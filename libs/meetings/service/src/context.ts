import type { Asked, ServiceDeps, TextReader } from '@benkan/doors';
import type { CurrentModel } from '@benkan/projections';
import type { MeetingsModel, MinutesModel, RecommendationsModel } from './models';

/** What the doors of the meetings service work with. */
export type MeetingsContext = ServiceDeps & {
  readonly meetings: CurrentModel<MeetingsModel>;
  readonly minutes: CurrentModel<MinutesModel>;
  readonly recommendations: CurrentModel<RecommendationsModel>;
  readonly texts: TextReader;
  /** The commit position every view of this service has reached. */
  readonly position: () => bigint;
  /** Whether the registry knows a participant. */
  readonly participantKnown: (
    participantId: string,
    asked: Pick<Asked<unknown>, 'correlationId' | 'deadline'>,
  ) => Promise<boolean>;
};
