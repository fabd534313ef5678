import type { z } from 'zod';
import type { RECOMMENDATION_STATUSES, getMinutes } from '@benkan/contracts/meetings';
import { minutesOf, type Minutes } from './minutes';
import { printsOf } from './prints';
import { count } from './typography';

type MinutesAnswer = z.output<typeof getMinutes.response>;

const STANDING: Readonly<Record<(typeof RECOMMENDATION_STATUSES)[number], string>> = {
  ISSUED: 'Émise',
  SENT: 'Envoyée',
  ACKNOWLEDGED: 'Reçue, sans réponse',
  ANSWERED: 'Répondue',
  IN_PROGRESS: 'En cours',
  IMPLEMENTATION_CLAIMED: 'Mise en œuvre, à vérifier',
  IMPLEMENTATION_VERIFIED: 'Mise en œuvre vérifiée',
  REJECTED: 'Rejetée',
  ABANDONED: 'Abandonnée',
};

const QUORUM = { MET: 'Le quorum est atteint', NOT_MET: 'Le quorum n’est pas atteint' } as const;

const quorumOf = ({ quorum: { answer, attended, required } }: MinutesAnswer): string | null => {
  if (answer !== 'MET' && answer !== 'NOT_MET') return null;
  return `${QUORUM[answer]} : ${count(attended ?? 0)} présents ou représentés, ${count(required ?? 0)} requis.`;
};

/** Before it has a number of its own, a recommendation goes by its place. */
const numbered = <Item extends { readonly number: string | null }>(items: readonly Item[]) =>
  items.map((item, index) => ({ ...item, number: item.number ?? String(index + 1) }));

const toPrint = (answer: MinutesAnswer): Minutes => {
  const { present: total, women, youth, isf: fsi, excused, absent, represented } = answer.attendance;
  return {
    ...answer,
    number: answer.heldOn,
    presiding: { capacity: answer.presidingCapacity, name: null },
    present: { total, women, youth, fsi },
    ...{ excused, absent, represented, quorum: quorumOf(answer) },
    ...{ bands: answer.attendance.bands, corps: answer.attendance.corps },
    followUp: numbered(answer.followedUp).map(({ number, text, addressee, status }) => ({
      ...{ number, text, addressee: addressee ?? '–', state: STANDING[status] },
    })),
    exchanges: answer.exchanges.map(({ title: item, text }) => ({ item, text })),
    recommendations: numbered(answer.recommendations),
    next: { on: answer.nextOn, place: answer.nextPlace },
  };
};

/** Minutes as PDF and DOCX. The day of adoption, or of the meeting, is their date: the same answer is the same bytes. */
export const minutesPrints = printsOf<MinutesAnswer>({
  fileName: ({ heldOn, status }) => `${status === 'DRAFT' ? 'projet-de-pv' : 'pv'}-${heldOn}`,
  document: (answer) => minutesOf(toPrint(answer), `${answer.adoptedOn ?? answer.heldOn}T00:00:00.000Z`),
});
