import { commandDoor, subtreeAsked, type Asked, type Because } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { escalateRecommendation as contract } from '@benkan/contracts/meetings';
import { getCommittee } from '@benkan/contracts/registry';
import { escalateRecommendation, type HigherCommittee } from '@benkan/meetings-domain';
import { recommendations } from '../aggregates';
import type { MeetingsContext } from '../context';
import { tellRecommendation } from './tell';

type Said = Asked<RequestOf<typeof contract>>;
type Named = { readonly recommendationId: string; readonly committeeId: string };

const higherCommittee = async (
  { ask, current }: MeetingsContext,
  { recommendationId, committeeId }: Named,
  because: Because,
): Promise<HigherCommittee | null> => {
  const committee = await ask(getCommittee, { committeeId }, because);
  const { state } = await current(recommendations, recommendationId);
  if (committee === undefined || state.status === 'unknown') return null;
  const { level, unitId } = committee;
  const isAbove =
    level === 'REGION' && (await subtreeAsked(ask)(unitId, because)).includes(state.issued.unitId);
  return { level, unitId, isAbove };
};

/** meetings.escalate-recommendation */
export const escalateRecommendationDoor = (context: MeetingsContext) =>
  commandDoor(
    contract,
    tellRecommendation(context, {
      meant: (body: RequestOf<typeof contract>) => ({ ...body }),
      known: async ({ body, correlationId, traceparent, deadline }: Said) => ({
        committee: await higherCommittee(context, body, { correlationId, traceparent, deadline }),
      }),
      on: ({ on }) => on,
      decide: escalateRecommendation,
    }),
  );
