import { commandDoor, type Sealing } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import {
  abandonRecommendation as abandonContract,
  rejectRecommendation as rejectContract,
  reopenRecommendation as reopenContract,
} from '@benkan/contracts/meetings';
import { abandonRecommendation, rejectRecommendation, reopenRecommendation } from '@benkan/meetings-domain';
import type { MeetingsContext } from '../context';
import { nothingElse, tellRecommendation } from './tell';

type Reasoned = RequestOf<typeof rejectContract>;

const reasoned = {
  meant: ({ reason, ...body }: Reasoned, texts: Sealing) => ({
    ...body,
    reason: texts.text('reason', reason),
  }),
  known: nothingElse,
  on: ({ on }: Reasoned) => on,
};

/** meetings.reject-recommendation */
export const rejectRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(rejectContract, tellRecommendation(context, { ...reasoned, decide: rejectRecommendation }));

/** meetings.abandon-recommendation */
export const abandonRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(abandonContract, tellRecommendation(context, { ...reasoned, decide: abandonRecommendation }));

/** meetings.reopen-recommendation */
export const reopenRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(reopenContract, tellRecommendation(context, { ...reasoned, decide: reopenRecommendation }));
