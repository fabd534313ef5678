import { z } from 'zod';
import { commandAnswer } from './paging';
import { position, wireName } from './primitives';

/** Commands in one batch, at most. */
export const MAX_BATCH = 500;

/**
 * One command captured while there was no network. `body` is what its own route takes, with the parameters of the
 * path among its fields; `ifMatch` the revision the sender believed in.
 */
export const batchItem = z.strictObject({
  command: wireName(),
  idempotencyKey: z.uuid(),
  body: z.record(z.string(), z.unknown()),
  ifMatch: position().optional(),
});
export type BatchItem = z.infer<typeof batchItem>;

/** In the order they were captured. Each is read and answered by itself. */
export const batch = z.array(batchItem).min(1).max(MAX_BATCH);

/** `ok`: recorded. `refused`: correct it first. `failed`: send the same once more, with the same key. */
export const BATCH_OUTCOMES = ['ok', 'refused', 'failed'] as const;

const commandProblem = z.looseObject({ code: z.string(), status: z.int(), detail: z.string() });

/** One answer an item, in the order of the items. */
export const batchAnswer = z.strictObject({
  items: z.array(
    z.discriminatedUnion('outcome', [
      z.strictObject({
        index: z.int().min(0),
        idempotencyKey: z.uuid(),
        outcome: z.literal('ok'),
        answer: z.looseObject(commandAnswer.shape),
      }),
      z.strictObject({
        index: z.int().min(0),
        idempotencyKey: z.uuid().nullable(),
        outcome: z.enum(['refused', 'failed']),
        problem: commandProblem,
      }),
    ]),
  ),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;
export type BatchOutcome = BatchAnswer['items'][number];
