import type { Texts } from '../text';
import { committeesTexts } from './committees-texts';
import { meetingsTexts } from './meetings-texts';
import { participantsTexts } from './participants-texts';
import { protectionTexts } from './protection-texts';
import { recommendationsTexts } from './recommendations-texts';
import { registryTexts } from './registry-texts';
import { sharedTexts } from './shared-texts';
import { territoryTexts } from './territory-texts';
import { trainingTexts } from './training-texts';

/** What each refusal of the domains says to a person. */
export const refusalTexts: Texts = {
  ...sharedTexts,
  ...registryTexts,
  ...committeesTexts,
  ...participantsTexts,
  ...protectionTexts,
  ...territoryTexts,
  ...meetingsTexts,
  ...recommendationsTexts,
  ...trainingTexts,
};
