import { errorFields } from '@benkan/observability';
import {
  participantKnowledge,
  textReader,
  type OpenModel,
  type Service,
  type ServiceDeps,
} from '@benkan/doors';
import { follow } from '@benkan/projections';
import type { MeetingsContext } from './context';
import { meetingDoors } from './meetings/doors';
import { minutesDoors } from './minutes/doors';
import { openModels } from './models';
import { meetingsTerritory } from './places';
import { recommendationDoors } from './recommendations/doors';
import { openReminders, type RemindersOptions } from './recommendations/reminders/open-reminders';
import { meetingsSlices } from './slices';

const doorsOf = (context: MeetingsContext) => [
  ...meetingDoors(context),
  ...minutesDoors(context),
  ...recommendationDoors(context),
];

/** Meetings, their attendance, minutes and recommendations. */
export const openMeetings = async (
  deps: ServiceDeps,
  openModel: OpenModel,
  reminders?: RemindersOptions,
): Promise<Service> => {
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
  const reminding = await openReminders(context, reminders);
  return {
    name: 'meetings',
    doors: doorsOf(context),
    territory: meetingsTerritory(deps),
    ready: following.caughtUp,
    waitFor: following.waitFor,
    lag: following.lag,
    stop: async () => {
      await reminding.stop();
      await following.stop();
    },
  };
};
