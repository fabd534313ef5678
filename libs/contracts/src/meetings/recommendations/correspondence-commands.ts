import { z } from 'zod';
import { corps } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { addresseeNumber } from './shapes';
import { ANSWER_KINDS, SENDING_CHANNELS } from './lists';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
/** Which addressee, counted from 1 in the order of the issue; may be left out where there is one. */
const addressee = addresseeNumber().optional();
const refusedOfAnAddressee = [
  'recommendation-unknown',
  'addressee-unknown',
  'addressee-not-named',
  'before-it-was-issued',
  'in-the-future',
  'already-verified',
  'already-closed',
] as const;
const refusedOfAnAnswer = [
  ...refusedOfAnAddressee,
  'not-sent',
  'before-it-was-sent',
  'not-addressed-to-security',
  'corps-not-named',
  'addressed-to-another-corps',
] as const;

export const sendRecommendation = defineCommand({
  name: 'meetings.send-recommendation',
  summary: 'Record that a recommendation was sent to an addressee',
  request: z.strictObject({
    recommendationId: id(),
    addressee,
    on: day(),
    channel: z.enum(SENDING_CHANNELS),
  }),
  refusals: refusedOfAnAddressee,
  example: { recommendationId: anId, addressee: 1, on: '2024-11-25', channel: 'LETTER' },
});

export const acknowledgeRecommendation = defineCommand({
  name: 'meetings.acknowledge-recommendation',
  summary: 'Record that an addressee acknowledged a recommendation',
  request: z.strictObject({ recommendationId: id(), addressee, on: day(), corps: corps().optional() }),
  refusals: [...refusedOfAnAnswer, 'differs-from-recorded'],
  example: { recommendationId: anId, addressee: 1, on: '2024-11-27' },
});

export const answerRecommendation = defineCommand({
  name: 'meetings.answer-recommendation',
  summary: 'Record what an addressee answered to a recommendation',
  request: z.strictObject({
    recommendationId: id(),
    addressee,
    on: day(),
    answer: z.enum(ANSWER_KINDS),
    text: freeText(),
    corps: corps().optional(),
  }),
  refusals: refusedOfAnAnswer,
  example: {
    recommendationId: anId,
    addressee: 1,
    on: '2024-12-05',
    answer: 'ACCEPTED',
    text: 'Les lampadaires du marché seront réparés avant la fin du mois.',
  },
});

/** What passes between a committee and those it recommends something to. */
export const correspondenceCommands = [
  sendRecommendation,
  acknowledgeRecommendation,
  answerRecommendation,
] as const;
