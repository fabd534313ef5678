import type { Texts } from '../text';
import { meetingsTexts } from './meetings-texts';
import { recommendationsTexts } from './recommendations-texts';
import { registryTexts } from './registry-texts';
import { sharedTexts } from './shared-texts';
import { trainingTexts } from './training-texts';

/** What each refusal of the domains says to a person. */
export const refusalTexts: Texts = {
  ...sharedTexts,
  ...registryTexts,
  ...meetingsTexts,
  ...recommendationsTexts,
  ...trainingTexts,
};
