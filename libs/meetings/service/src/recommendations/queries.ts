import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getRecommendation, listRecommendations as listContract } from '@benkan/contracts/meetings';
import {
  findRecommendation,
  listRecommendations,
  type RecommendationView,
} from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';

type TextOf = (text: RecommendationView['text']) => string;

const textsOf = ({ text, number, addressees }: RecommendationView) => [
  text,
  number,
  ...addressees.map(({ name }) => name),
];

const shown = (view: RecommendationView, textOf: TextOf) => ({
  id: view.id,
  meetingId: view.meetingId,
  committeeId: view.committeeId,
  unitId: view.unitId,
  theme: view.theme,
  text: textOf(view.text),
  number: view.number && textOf(view.number),
  addressees: view.addressees.map(({ type, name }) => ({ type, name: textOf(name) })),
  status: view.status,
  issuedOn: view.issuedOn,
  dueOn: view.dueOn,
  verifiedOn: view.verifiedOn,
  revision: view.revision,
});

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
export const getRecommendationDoor = ({ recommendations, texts }: MeetingsContext) =>
  queryDoor(getRecommendation, async ({ body: { recommendationId } }) => {
    const view = await findRecommendation(recommendations.current(), recommendationId);
    if (view === undefined) throw unknownResource();
    return shown(view, await texts(textsOf(view)));
  });
