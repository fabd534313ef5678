import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import {
  getRecommendation,
  getRecommendationHistory,
  listRecommendations as listContract,
} from '@benkan/contracts/meetings';
import { findRecommendation, listRecommendations } from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';
import { historyTexts, shown, shownStep, textsOf } from './shown';

const found = async ({ recommendations }: MeetingsContext, recommendationId: string) => {
  const view = await findRecommendation(recommendations.current(), recommendationId);
  if (view === undefined) throw unknownResource();
  return view;
};

/** meetings.list-recommendations */
export const listRecommendationsDoor = (context: MeetingsContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(
      await listRecommendations(context.recommendations.current(), { ...request, unitIds }),
    );
    const textOf = await context.texts(rows.flatMap(textsOf));
    return pageAnswer(
      rows.map((row) => shown(row, textOf)),
      next,
      position,
    );
  });

/** meetings.get-recommendation */
export const getRecommendationDoor = (context: MeetingsContext) =>
  queryDoor(getRecommendation, async ({ body: { recommendationId } }) => {
    const view = await found(context, recommendationId);
    const textOf = await context.texts([...textsOf(view), ...historyTexts(view)]);
    return { ...shown(view, textOf), history: view.history.map((step) => shownStep(step, textOf)) };
  });

/** meetings.get-recommendation-history */
export const getRecommendationHistoryDoor = (context: MeetingsContext) =>
  queryDoor(getRecommendationHistory, async ({ body: { recommendationId } }) => {
    const view = await found(context, recommendationId);
    const textOf = await context.texts(historyTexts(view));
    const { history, revision } = view;
    return { recommendationId, items: history.map((step) => shownStep(step, textOf)), revision };
  });
