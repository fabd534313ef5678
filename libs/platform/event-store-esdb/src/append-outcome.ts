import {
  type AppendResult,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { AppendOutcome } from '@benkan/event-store';

const RESOURCE_EXHAUSTED = 8;
const INVALID_ARGUMENT = 3;

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** What the store answered to an append. */
export const outcomeOf = ({ nextExpectedRevision, position }: AppendResult): AppendOutcome => ({
  kind: 'committed',
  revision: nextExpectedRevision,
  position: position ?? { commit: 0n, prepare: 0n },
});

/** What a failed append means: only the store's own no is certain, everything else may have been written. */
export const outcomeOfError = (error: unknown): AppendOutcome => {
  if (!(error instanceof Error)) return { kind: 'unknown', detail: String(error) };
  const detail = error.message;
  if (error instanceof WrongExpectedVersionError) return { kind: 'conflict' };
  if (error instanceof StreamDeletedError) return { kind: 'refused', code: 'stream-deleted', detail };
  if (error instanceof MaxAppendSizeExceededError)
    return { kind: 'refused', code: 'append-too-large', detail };
  const code = codeOf(error);
  if (code === RESOURCE_EXHAUSTED && detail.includes('storage-full'))
    return { kind: 'refused', code: 'storage-full', detail };
  if (code === INVALID_ARGUMENT) return { kind: 'refused', code: 'not-serialisable', detail };
  return { kind: 'unknown', detail };
};
