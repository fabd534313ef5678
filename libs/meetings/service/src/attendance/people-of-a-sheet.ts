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

/** Codes sought at one time. */
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

/** Whether the registry knows everybody a line names by id; all lines together are one question. */
const standing = (
  { participantKnown }: Looking,
  lines: readonly Named[],
  because: Because,
): Promise<readonly boolean[]> =>
  Promise.all(
    lines.map(async ({ participantId, representedBy }) => {
      const ids = [participantId, representedBy].filter((id) => id !== undefined);
      const known = await Promise.all(ids.map((id) => participantKnown(id, because)));
      return known.every((one) => one);
    }),
  );

/** Whom each line of a sheet names: by id, or by the code the unit's register gave; two who bear a code are nobody. */
export const peopleOf = async (
  looking: Looking,
  unitId: string,
  lines: readonly Named[],
  because: Because,
): Promise<readonly Found[]> => {
  // codes are sought in the caller's name: whoever lies outside stays unknown
  const byCode = async (code: string): Promise<string | null> => {
    const { principal, correlationId, deadline, traceparent } = because;
    const found = await looking.ask(
      searchParticipants,
      { unitId, code },
      { principal, correlationId, deadline, traceparent },
    );
    return found?.items.length === 1 ? (found.items[0]?.id ?? null) : null;
  };
  const [known, byCodes] = await Promise.all([
    standing(looking, lines, because),
    each(lines, async ({ code }) => (code === undefined ? null : byCode(code))),
  ]);
  return lines.map(({ participantId }, index) => ({
    participantId: participantId ?? byCodes[index] ?? null,
    participantKnown: known[index] ?? false,
  }));
};
