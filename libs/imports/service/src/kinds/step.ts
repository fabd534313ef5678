import type { Difference } from '@benkan/kernel';
import type { Said } from './saying';

/** Why something of a row or of a head was not taken. */
export type Trouble = {
  readonly code: string;
  readonly column: string | null;
  readonly value: string | null;
  readonly differences?: readonly Difference[];
  /** Wire name of what refused it. */
  readonly by?: string;
};

/** What became of the commands of one row. */
export type Done = { readonly changed: boolean; readonly troubles: readonly Trouble[] };

export const trouble = (
  code: string,
  column: string | null = null,
  value: string | null = null,
): Trouble => ({ code, column, value });
export const failed = (...troubles: readonly Trouble[]): Done => ({ changed: false, troubles });

/** What became of a row that was spoken of twice. */
export const both = (one: Done, other: Done | undefined): Done =>
  other === undefined
    ? one
    : { changed: one.changed || other.changed, troubles: [...one.troubles, ...other.troubles] };

type Answer = {
  readonly id: string;
  readonly changed: boolean;
  readonly actorId?: string;
  readonly exclusionId?: string;
};

/** Collects the answers of the commands of one row. */
export const stepper = () => {
  let changed = false;
  const troubles: Trouble[] = [];
  const taken = (by: string, said: Said): Answer | undefined => {
    if (said.kind === 'answer') {
      const answer = said.data as Answer;
      changed ||= answer.changed;
      return answer;
    }
    const differences = said.kind === 'refused' ? said.differences : undefined;
    troubles.push({ ...trouble(said.code), by, ...(differences === undefined ? {} : { differences }) });
    return undefined;
  };
  return {
    /** What the command answered; undefined when it was refused. */
    taken,
    /** The id the command answered with; undefined when it was refused. */
    take: (by: string, said: Said): string | undefined => taken(by, said)?.id,
    done: (): Done => ({ changed, troubles }),
  };
};
