import { searchParticipants } from '@benkan/contracts/registry';
import type { Asked } from '@benkan/doors';
import type { MeetingsContext } from '../context';

type Looking = Pick<MeetingsContext, 'ask' | 'participantKnown'>;
type Because = Pick<Asked<unknown>, 'principal' | 'correlationId' | 'deadline' | 'traceparent'>;
type Named = {
  readonly participantId?: string | undefined;
  readonly code?: string | undefined;
  readonly representedBy?: string | undefined;
};
type Found = { readonly participantId: string | null; readonly participantKnown: boolean };

/** Questions under way at one time. */
const AT_ONCE = 32;

const each = async <Item, Result>(
  items: readonly Item[],
  answer: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++)
      results[index] = await answer(items[index] as Item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
};

/** Whom each line of a sheet names: by id, or by the code the unit's register gave; two who bear a code are nobody. */
export const peopleOf = (
  { ask, participantKnown }: Looking,
  unitId: string,
  lines: readonly Named[],
  because: Because,
): Promise<readonly Found[]> => {
  // codes are sought in the caller's name: whoever lies outside stays unknown
  const byCode = async (code: string): Promise<string | null> => {
    const { principal, correlationId, deadline, traceparent } = because;
    const found = await ask(
      searchParticipants,
      { unitId, code },
      { principal, correlationId, deadline, traceparent },
    );
    return found?.items.length === 1 ? (found.items[0]?.id ?? null) : null;
  };
  return each(lines, async ({ participantId, code, representedBy }) => {
    const stands = representedBy === undefined || (await participantKnown(representedBy, because));
    if (participantId === undefined)
      return { participantId: code === undefined ? null : await byCode(code), participantKnown: stands };
    return { participantId, participantKnown: stands && (await participantKnown(participantId, because)) };
  });
};
