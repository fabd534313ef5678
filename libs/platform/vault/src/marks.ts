import type { DataKeys } from './data-keys';
import { normalised } from './look-ups';
import type { Pepper } from './pepper';
import type { LookUpEntry } from './records';
import type { Shelf } from './shelf';
import type { Alike, Mark, MarkKind, Vault } from './vault';

type Marks = Pick<Vault, 'mark' | 'bearing' | 'alike'>;

const valueOf = ({ kind, value }: Mark): string => (kind === 'phone' ? normalised('phone', value) : value);

const kindOf = (mark: string): MarkKind => (mark.startsWith('phone:') ? 'phone' : 'name');

/** Keyed digests that several people may share: who looks like whom, without saying in what. */
export const marks = (
  shelf: Shelf<LookUpEntry>,
  pepper: Pepper,
  keys: Pick<DataKeys, 'isErased'>,
  now: () => Date,
): Marks => {
  const markOf = (mark: Mark): string =>
    `${mark.kind}:${pepper.digest('marks', JSON.stringify([mark.kind, mark.scope, valueOf(mark)]))}`;

  const of = async (ref: string): Promise<readonly LookUpEntry[]> => {
    const entries: LookUpEntry[] = [];
    for await (const entry of shelf.scan({ ref })) if (entry.mark !== undefined) entries.push(entry);
    return entries;
  };

  const sharing = async (mark: string): Promise<readonly string[]> => {
    const refs: string[] = [];
    for await (const { ref } of shelf.scan({ mark })) if (!(await keys.isErased(ref))) refs.push(ref);
    return refs.sort();
  };

  return {
    mark: async (ref, given) => {
      const wanted = new Set(given.filter((mark) => valueOf(mark) !== '').map(markOf));
      for (const mark of wanted)
        await shelf.keep({ _id: `mark:${mark}:${ref}`, ref, mark, createdAt: now() });
      for (const { _id, mark = '' } of await of(ref)) if (!wanted.has(mark)) await shelf.remove({ _id, ref });
      // an erasure that ran meanwhile missed what was written after it
      if (await keys.isErased(ref)) await shelf.remove({ ref });
    },
    bearing: async (mark) => (valueOf(mark) === '' ? [] : sharing(markOf(mark))),
    alike: async (refs) => {
      const met = new Set<string>();
      for (const ref of new Set(refs)) for (const { mark = '' } of await of(ref)) met.add(mark);
      const groups: Alike[] = [];
      for (const mark of [...met].sort()) {
        const sharers = await sharing(mark);
        if (sharers.length > 1) groups.push({ kind: kindOf(mark), refs: sharers });
      }
      return groups;
    },
  };
};
