import { errorFields } from '@benkan/observability';
import {
  participantKnowledge,
  textReader,
  type OpenModel,
  type Service,
  type ServiceDeps,
} from '@benkan/doors';
import { follow } from '@benkan/projections';
import { correctAttendanceDoor } from './attendance/correct-attendance';
import { recordAttendanceDoor } from './attendance/record-attendance';
import { recordTallyDoor } from './attendance/record-tally';
import type { MeetingsContext } from './context';
import { conveneDoor } from './meetings/convene';
import { holdDoor } from './meetings/hold';
import { getAttendanceDoor, getMeetingDoor, listMeetingsDoor } from './meetings/queries';
import { openModels } from './models';
import { meetingsTerritory } from './places';
import { issueRecommendationDoor } from './recommendations/issue-recommendation';
import { getRecommendationDoor, listRecommendationsDoor } from './recommendations/queries';
import { reportProgressDoor } from './recommendations/report-progress';
import { claimImplementationDoor, verifyImplementationDoor } from './recommendations/steps';
import { meetingsSlices } from './slices';

const doorsOf = (context: MeetingsContext) => [
  conveneDoor(context),
  holdDoor(context),
  recordAttendanceDoor(context),
  correctAttendanceDoor(context),
  recordTallyDoor(context),
  issueRecommendationDoor(context),
  reportProgressDoor(context),
  claimImplementationDoor(context),
  verifyImplementationDoor(context),
  listMeetingsDoor(context),
  getMeetingDoor(context),
  getAttendanceDoor(context),
  listRecommendationsDoor(context),
  getRecommendationDoor(context),
];

/** Meetings, their attendance and their recommendations. */
export const openMeetings = async (deps: ServiceDeps, openModel: OpenModel): Promise<Service> => {
  const models = await openModels(openModel);
  const following = await follow({
    store: deps.store,
    views: deps.views,
    ...meetingsSlices,
    onSeen: deps.clock.seen,
    onTrouble: (what, error) => deps.log.warn('views wait', { what, ...errorFields(error) }),
  });
  const context: MeetingsContext = {
    ...deps,
    ...models,
    texts: textReader(deps.vault),
    position: following.position,
    participantKnown: participantKnowledge(deps.ask),
  };
  return {
    name: 'meetings',
    doors: doorsOf(context),
    territory: meetingsTerritory(deps),
    ready: following.caughtUp,
    waitFor: following.waitFor,
    lag: following.lag,
    stop: following.stop,
  };
};
