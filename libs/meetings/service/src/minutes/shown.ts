import type { SealedText } from '@benkan/contracts';
import type { Frozen } from '@benkan/meetings-domain';
import type { MinutesView, RecommendationView } from '@benkan/meetings-read-model';

type TextOf = (text: SealedText) => string;

const maybe = (text: SealedText | null, textOf: TextOf): string | null => text && textOf(text);

export const rowTexts = ({ transmissions }: MinutesView): (SealedText | null)[] =>
  transmissions.map(({ reference }) => reference);

export const rowShown = (view: MinutesView, textOf: TextOf) => {
  const { id, committeeId, unitId, heldOn, status, adopted, transmissions, revision } = view;
  return {
    ...{ meetingId: id, committeeId, unitId, heldOn, status, revision },
    adoptedOn: adopted?.adoptedOn ?? null,
    fingerprint: adopted?.fingerprint ?? null,
    transmissions: transmissions.map(({ recipient, on, reference }) => ({
      ...{ recipient, on, reference: maybe(reference, textOf) },
    })),
  };
};

/** Every text the minutes show. */
export const textsOf = (view: MinutesView, frozen: Frozen): (SealedText | null)[] => {
  const { secretary, situation, exchanges, other, nextPlace } = view.draft;
  return [
    ...rowTexts(view),
    ...[secretary, nextPlace, frozen.place],
    ...[...situation, ...other, ...frozen.agenda],
    ...exchanges.flatMap(({ title, text }) => [title, text]),
    ...view.errata.flatMap(({ text, reason }) => [text, reason]),
  ];
};

export const wholeShown = (view: MinutesView, frozen: Frozen, textOf: TextOf) => {
  const { openedAt, closedAt, secretary, situation, exchanges, other, nextOn, nextPlace } = view.draft;
  const { meetingKind, presidingCapacity, place, agenda, quorum } = frozen;
  return {
    ...rowShown(view, textOf),
    ...{ meetingKind, presidingCapacity, openedAt, closedAt, nextOn, quorum: { ...quorum } },
    attendance: { ...frozen.attendance },
    place: maybe(place, textOf),
    secretary: maybe(secretary, textOf),
    agenda: agenda.map(textOf),
    situation: situation.map(textOf),
    exchanges: exchanges.map(({ itemId, title, text }) => ({
      ...{ itemId, title: textOf(title), text: textOf(text) },
    })),
    other: other.map(textOf),
    nextPlace: maybe(nextPlace, textOf),
    adoptedBy: view.adopted?.by ?? null,
    errata: view.errata.map(({ on, text, reason }) => ({ on, text: textOf(text), reason: textOf(reason) })),
  };
};

const addresseeOf = ({ addressees }: RecommendationView) => addressees[0];

const issuedShown = (view: RecommendationView, textOf: TextOf) => {
  const { id, text, number, responsible, dueOn } = view;
  const to = addresseeOf(view);
  return {
    ...{ recommendationId: id, number: maybe(number, textOf), text: textOf(text), dueOn },
    ...{ addresseeType: to?.type ?? ('AUTRE' as const), addressee: to ? textOf(to.name) : null },
    responsible: maybe(responsible, textOf),
  };
};

/** Recommendations beside the minutes that name them: their texts are those of the recommendation. */
export const recommended = {
  texts: ({ text, number, responsible, addressees }: RecommendationView): (SealedText | null)[] => [
    ...[text, number, responsible],
    ...addressees.map(({ name }) => name),
  ],
  shown: ({ recommendations }: Frozen, all: readonly RecommendationView[], textOf: TextOf) => {
    const byId = new Map(all.map((view) => [view.id, view]));
    return {
      recommendations: recommendations.issued.flatMap((id) => {
        const view = byId.get(id);
        return view === undefined ? [] : [issuedShown(view, textOf)];
      }),
      followedUp: recommendations.followedUp.flatMap(({ recommendationId, status }) => {
        const view = byId.get(recommendationId);
        if (view === undefined) return [];
        const { number, text, addressee } = issuedShown(view, textOf);
        return [{ recommendationId, number, text, addressee, status }];
      }),
    };
  },
};
