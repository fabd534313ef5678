import type { HistoryStep, RecommendationView } from '@benkan/meetings-read-model';

type TextOf = (text: RecommendationView['text']) => string;

/** The texts a recommendation shows without its history. */
export const textsOf = ({ text, number, addressees, responsible }: RecommendationView) => [
  text,
  number,
  responsible,
  ...addressees.map(({ name }) => name),
];

/** The texts its history shows. */
export const historyTexts = ({ history }: RecommendationView) => history.map(({ text }) => text ?? null);

export const shown = (view: RecommendationView, textOf: TextOf) => ({
  id: view.id,
  meetingId: view.meetingId,
  committeeId: view.committeeId,
  unitId: view.unitId,
  theme: view.theme,
  text: textOf(view.text),
  number: view.number && textOf(view.number),
  addressees: view.addressees.map(({ type, name }, index) => ({
    type,
    name: textOf(name),
    corps: view.corps.find(({ addressee }) => addressee === index + 1)?.corps ?? null,
  })),
  responsible: view.responsible && textOf(view.responsible),
  proposerCategory: view.proposerCategory,
  status: view.status,
  open: view.open,
  percent: view.percent,
  issuedOn: view.issuedOn,
  dueOn: view.dueOn,
  answeredOn: view.answeredOn,
  verifiedOn: view.verifiedOn,
  carriedOverTo: view.carriedOverTo,
  escalatedTo: view.escalatedTo,
  revision: view.revision,
});

const silent = {
  ...{ addressee: null, channel: null, answer: null, corps: null, percent: null },
  ...{ reminder: null, dueOn: null, meetingId: null, committeeId: null },
};

/** A step with everything it does not speak of as null. */
export const shownStep = ({ text, ...step }: HistoryStep, textOf: TextOf) => ({
  ...silent,
  ...step,
  text: text === undefined ? null : textOf(text),
});
