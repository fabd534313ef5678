import { unknownResource } from './answers';
import type { Ask, Because } from './asking';
import { listUnits } from '@benkan/contracts/registry';

const PAGE = 200;

/** The ids of a unit and all below it, as the registry says; undefined where no territory was asked for. */
export const subtree = async (
  { ask }: { readonly ask: Ask },
  territory: string | undefined,
  because: Because,
): Promise<readonly string[] | undefined> => {
  if (territory === undefined) return undefined;
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await ask(
      listUnits,
      { territory, limit: PAGE, ...(after === undefined ? {} : { after }) },
      because,
    );
    if (page === undefined) throw unknownResource();
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
};
