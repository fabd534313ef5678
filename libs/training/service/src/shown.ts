import type { SealedText } from '@benkan/contracts';
import type { TrainingSummary, TrainingView } from '@benkan/training-read-model';
import { testSummary, topTwoBox } from '@benkan/training-domain';

export type TextOf = (text: SealedText) => string;

/** What a list shows of a training. */
export const shownSummary = (training: TrainingSummary, textOf: TextOf) => ({
  id: training.id,
  status: training.status,
  unitId: training.unitId,
  days: [...training.days],
  themes: [...training.themes],
  group: training.group,
  title: training.title && textOf(training.title),
  trainedCount: training.trainedCount,
  completedCount: training.completedCount,
  certificateCount: training.certificateCount,
  revision: training.revision,
});

type Sections = Readonly<Record<string, SealedText | null>>;
/** The same sections, each with its text. */
type Opened<S> = { -readonly [Section in keyof S]: string | null };

export const openedSections = <S extends Sections>(sections: S, textOf: TextOf): Opened<S> =>
  Object.fromEntries(
    Object.entries(sections).map(([section, text]) => [section, text && textOf(text)]),
  ) as Opened<S>;

export const shownFacilitators = ({ facilitators }: TrainingView, textOf: TextOf) =>
  facilitators.map(({ facilitatorId, name, organisation }) => ({
    facilitatorId,
    name: textOf(name),
    organisation: organisation && textOf(organisation),
  }));

export const shownSatisfaction = ({ satisfaction }: TrainingView) => {
  if (satisfaction === null) return null;
  const questions = satisfaction.questions.map(({ question, counts }) => ({ question, counts: [...counts] }));
  return {
    scale: satisfaction.scale,
    questions,
    topTwo: questions.map(({ question, counts }) => ({ question, ...topTwoBox(counts) })),
  };
};

export const shownTests = ({ results }: TrainingView) => testSummary(results);

/** Days a participant was present, by participant; nobody who never was. */
export const daysByParticipant = ({ attendance }: TrainingView): ReadonlyMap<string, number> => {
  const days = new Map<string, number>();
  for (const { participantId, status } of attendance)
    if (status === 'PRESENT') days.set(participantId, (days.get(participantId) ?? 0) + 1);
  return days;
};

export const stateOf = ({ withdrawn }: { readonly withdrawn: boolean }) =>
  withdrawn ? ('WITHDRAWN' as const) : ('VALID' as const);

export const shownCertificates = (training: TrainingView) => {
  const days = daysByParticipant(training);
  return training.certificates.map(({ code, participantId, issuedOn, withdrawn }) => {
    const daysPresent = days.get(participantId) ?? 0;
    const earned = training.certificateDays !== null && daysPresent >= training.certificateDays;
    return { code, participantId, status: stateOf({ withdrawn }), issuedOn, daysPresent, earned };
  });
};

/** Every text a training's own page shows. */
export const textsOf = ({
  title,
  terms,
  facilitators,
  report,
}: TrainingView): readonly (SealedText | null)[] => [
  title,
  ...Object.values(terms ?? {}),
  ...Object.values(report ?? {}),
  ...facilitators.flatMap(({ name, organisation }) => [name, organisation]),
];
