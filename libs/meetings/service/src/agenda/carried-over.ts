import type { SealedText } from '@benkan/kernel';
import type { AgendaItem } from '@benkan/meetings-domain';
import { listMeetings, openRecommendationsOf } from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';

const APPROVAL = 'Approbation du procès-verbal précédent';
const FOLLOW_UP = 'Suivi des recommandations';
/** As many as an item may name. */
const MOST = 100;

type Views = Pick<MeetingsContext, 'meetings' | 'recommendations'>;
type Called = { readonly committeeId: string; readonly plannedOn: string };

/** What a committee left for its next meeting, as far as the views have come. */
export const leftOver = async (
  { meetings, recommendations }: Views,
  { committeeId, plannedOn }: Called,
): Promise<Pick<AgendaItem, 'previousMeetingId' | 'recommendationIds'>> => {
  const [held, open] = await Promise.all([
    listMeetings(meetings.current(), { limit: 1, committeeId, status: 'HELD', to: plannedOn }),
    openRecommendationsOf(recommendations.current(), committeeId),
  ]);
  const issued = open.filter(({ issuedOn }) => issuedOn <= plannedOn).slice(0, MOST);
  return {
    previousMeetingId: held.kind === 'page' ? (held.rows[0]?.id ?? null) : null,
    recommendationIds: issued.map(({ id }) => id),
  };
};

type Writing = {
  readonly text: (field: string, value: string) => SealedText;
  readonly idOf: (field: string) => string;
};

/** The first items of a statutory meeting: they come by themselves where something was left over. */
export const carriedOver = (
  { previousMeetingId, recommendationIds }: Awaited<ReturnType<typeof leftOver>>,
  { text, idOf }: Writing,
): readonly AgendaItem[] => {
  const item = { proposer: null, minutesPlanned: null };
  const approval: AgendaItem = {
    ...{ ...item, itemId: idOf('approval'), kind: 'APPROVAL_OF_MINUTES', previousMeetingId },
    ...{ title: text('items/approval', APPROVAL), recommendationIds: [] },
  };
  const followUp: AgendaItem = {
    ...{ ...item, itemId: idOf('follow-up'), kind: 'FOLLOW_UP', previousMeetingId: null },
    ...{ title: text('items/follow-up', FOLLOW_UP), recommendationIds },
  };
  return [
    ...(previousMeetingId === null ? [] : [approval]),
    ...(recommendationIds.length === 0 ? [] : [followUp]),
  ];
};
