import { z } from 'zod';
import { TRAINING_STATUSES, TRAINING_THEMES } from '../code-lists';
import { day, id, sealedText } from '../primitives';
import { defineEvent } from '../stored-event';

export const attendanceOfDay = { participantId: id(), day: day(), status: z.enum(TRAINING_STATUSES) };

const score = () => z.number().min(0).max(1_000).nullable();

/** Paired results of one participant; null is a paper not handed in. Scores are out of `max`. */
export const testResults = {
  participantId: id(),
  pre: score(),
  post: score(),
  max: z.number().int().min(1).max(1_000),
};

/** Every event type about the plan, the sheet and the tests of a training. */
export const trainingEvents = [
  defineEvent(
    'training-planned',
    1,
    z.strictObject({
      trainingId: id(),
      unitId: id(),
      days: z.array(day()),
      themes: z.array(z.enum(TRAINING_THEMES)),
      group: z.number().int().min(1).max(999).nullable(),
      title: sealedText().nullable(),
    }),
  ),
  defineEvent('training-attendance-recorded', 1, z.strictObject({ trainingId: id(), ...attendanceOfDay })),
  defineEvent(
    'training-attendance-corrected',
    1,
    z.strictObject({ trainingId: id(), ...attendanceOfDay, reason: sealedText() }),
  ),
  defineEvent('test-results-recorded', 1, z.strictObject({ trainingId: id(), ...testResults })),
  defineEvent(
    'test-results-corrected',
    1,
    z.strictObject({ trainingId: id(), ...testResults, reason: sealedText() }),
  ),
] as const;
