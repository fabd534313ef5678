import { z } from 'zod';
import { certificateCode, day, id, sealedText } from '../primitives';
import { corps } from '../code-lists';

/** A session fills a day or half of it. */
export const SESSION_PARTS = ['WHOLE_DAY', 'MORNING', 'AFTERNOON'] as const;

/** What a satisfaction sheet asks. */
export const SATISFACTION_QUESTIONS = [
  'OVERALL',
  'OBJECTIVES',
  'CONTENT',
  'METHODS',
  'FACILITATION',
  'MATERIALS',
  'LOGISTICS',
  'USEFULNESS',
] as const;

/** The usual sections of terms of reference (termes de référence, TDR). */
export const TERMS_SECTIONS = [
  'context',
  'objectives',
  'expectedResults',
  'methodology',
  'participants',
  'datesAndPlace',
  'budget',
  'agenda',
] as const;

/** What a person writes of a training report; the rest of it follows from what was recorded. */
export const REPORT_SECTIONS = [
  'context',
  'generalObjective',
  'specificObjectives',
  'course',
  'recommendations',
  'annexes',
] as const;

/** Activities a committee carries out in its community; meetings are none of them. */
export const ACTIVITY_KINDS = [
  'SANITATION_DAY',
  'AWARENESS_BROADCAST',
  'LIGHTING',
  'ROAD_SECURING',
  'SPORT',
  'HELP_TO_DETAINEES',
  'TRAINING_TALK',
  'OTHER',
] as const;

export const session = { day: day(), part: z.enum(SESSION_PARTS) };

const someDays = () => z.array(day()).max(60);

/** One line of an attendance sheet: the days a participant signed, and those they did not. */
export const sheetLine = z.strictObject({ participantId: id(), present: someDays(), absent: someDays() });

const level = () => z.number().int().min(0).max(10_000);

/** Answers counted, from the least to the most satisfied level; nobody can be told apart in them. */
export const satisfaction = {
  scale: z.union([z.literal(4), z.literal(5)]),
  questions: z
    .array(
      z.strictObject({
        question: z.enum(SATISFACTION_QUESTIONS),
        counts: z.array(level()).min(4).max(5),
      }),
    )
    .min(1)
    .max(SATISFACTION_QUESTIONS.length),
};

const count = () => z.number().int().min(0).max(100_000);

/** Who took part, as counts. The groups overlap: a young policewoman is in three of them. */
export const activityTally = z.strictObject({
  women: count(),
  men: count(),
  notReported: count(),
  youth: count(),
  youngWomen: count(),
  isf: count(),
  members: count(),
});

/** What is told of a community activity, texts apart. */
export const activity = {
  committeeId: id(),
  kind: z.enum(ACTIVITY_KINDS),
  days: z.array(day()).min(1).max(31),
  /** Corps of the defence and security forces it was carried out with; none is a list without items. */
  jointWith: z.array(corps()).max(5),
  tally: activityTally.nullable(),
};

export const certificate = z.strictObject({ participantId: id(), code: certificateCode() });

/** Each section a reference to the vault, or null where nothing was written. */
export const sealedSections = <const Section extends string>(sections: readonly Section[]) =>
  Object.fromEntries(sections.map((section) => [section, sealedText().nullable()])) as Readonly<
    Record<Section, z.ZodNullable<ReturnType<typeof sealedText>>>
  >;
