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

type Answer = { readonly id: string; readonly changed: boolean };

/** Collects the answers of the commands of one row. */
export const stepper = () => {
  let changed = false;
  const troubles: Trouble[] = [];
  return {
    /** The id the command answered with; undefined when it was refused. */
    take: (by: string, said: Said): string | undefined => {
      if (said.kind === 'answer') {
        const answer = said.data as Answer;
        changed ||= answer.changed;
        return answer.id;
      }
      const differences = said.kind === 'refused' ? said.differences : undefined;
      troubles.push({ ...trouble(said.code), by, ...(differences === undefined ? {} : { differences }) });
      return undefined;
    },
    done: (): Done => ({ changed, troubles }),
  };
};
