import { commandDoor, type Sealing } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import {
  acknowledgeRecommendation as acknowledgeContract,
  answerRecommendation as answerContract,
  sendRecommendation as sendContract,
} from '@benkan/contracts/meetings';
import { acknowledgeRecommendation, answerRecommendation, sendRecommendation } from '@benkan/meetings-domain';
import type { MeetingsContext } from '../context';
import { nothingElse, tellRecommendation } from './tell';

/** meetings.send-recommendation */
export const sendRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(
    sendContract,
    tellRecommendation(context, {
      meant: ({ addressee, ...body }: RequestOf<typeof sendContract>) => ({
        ...body,
        addressee: addressee ?? null,
      }),
      known: nothingElse,
      on: ({ on }) => on,
      decide: sendRecommendation,
    }),
  );

/** meetings.acknowledge-recommendation */
export const acknowledgeRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(
    acknowledgeContract,
    tellRecommendation(context, {
      meant: ({ addressee, corps, ...body }: RequestOf<typeof acknowledgeContract>) => ({
        ...body,
        addressee: addressee ?? null,
        corps: corps ?? null,
      }),
      known: nothingElse,
      on: ({ on }) => on,
      decide: acknowledgeRecommendation,
    }),
  );

/** meetings.answer-recommendation */
export const answerRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(
    answerContract,
    tellRecommendation(context, {
      meant: ({ addressee, corps, text, ...body }: RequestOf<typeof answerContract>, texts: Sealing) => ({
        ...{ ...body, addressee: addressee ?? null, corps: corps ?? null },
        text: texts.text('text', text),
      }),
      known: nothingElse,
      on: ({ on }) => on,
      decide: answerRecommendation,
    }),
  );
