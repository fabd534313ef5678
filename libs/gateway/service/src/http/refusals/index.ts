import type { Texts } from '../text';
import { actorMapsTexts } from './actor-maps-texts';
import { activitiesTexts } from './activities-texts';
import { committeesTexts } from './committees-texts';
import { meetingsTexts } from './meetings-texts';
import { minutesTexts } from './minutes-texts';
import { participantsTexts } from './participants-texts';
import { projectsTexts } from './projects-texts';
import { protectionTexts } from './protection-texts';
import { recommendationsTexts } from './recommendations-texts';
import { registryTexts } from './registry-texts';
import { sheetsTexts } from './sheets-texts';
import { sharedTexts } from './shared-texts';
import { territoryTexts } from './territory-texts';
import { trainingLifeTexts } from './training-life-texts';
import { trainingTexts } from './training-texts';

/** What each refusal of the domains says to a person. */
export const refusalTexts: Texts = {
  ...sharedTexts,
  ...registryTexts,
  ...committeesTexts,
  ...participantsTexts,
  ...protectionTexts,
  ...projectsTexts,
  ...actorMapsTexts,
  ...territoryTexts,
  ...meetingsTexts,
  ...sheetsTexts,
  ...minutesTexts,
  ...recommendationsTexts,
  ...trainingTexts,
  ...trainingLifeTexts,
  ...activitiesTexts,
};
