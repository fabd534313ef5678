import type { DataKeys } from './data-keys';
import { readRoot } from './pepper';
import type { VaultShelves } from './records';
import type { VaultUpkeep } from './upkeep';
import { isTombstone, ROOT_ID } from './wrapped-key';

type Sweeping = Pick<
  VaultUpkeep,
  | 'erasures'
  | 'eraseTexts'
  | 'erasedAt'
  | 'peopleSealed'
  | 'textsSealed'
  | 'forgetPerson'
  | 'forgetText'
  | 'cleanSince'
  | 'markClean'
>;

const PERSON = 'person:';

type Dated = { readonly _id: string; readonly createdAt: Date };

const within = async function* (
  records: AsyncIterable<Dated>,
  from: Date,
  before: Date,
): AsyncGenerator<string> {
  for await (const { _id, createdAt } of records) if (from <= createdAt && createdAt < before) yield _id;
};

const latest = (instants: readonly Date[]): Date | undefined =>
  instants.reduce<Date | undefined>(
    (last, each) => (last === undefined || each > last ? each : last),
    undefined,
  );

/** What the upkeep of a vault needs: who was erased, what nobody speaks of, how clean the keys are. */
export const sweeping = (shelves: VaultShelves, keys: DataKeys): Sweeping => ({
  erasures: async function* () {
    for await (const record of shelves.keys.scan({}))
      if (isTombstone(record) && record._id.startsWith(PERSON))
        yield { ref: record._id.slice(PERSON.length), erasedAt: record.erasedAt };
  },
  eraseTexts: async (refs) => {
    for (const ref of refs) await keys.eraseText(ref);
  },
  erasedAt: async (refs) => {
    const records = [...(await keys.readMany('person', refs)).values()];
    const tombstones = records.flatMap((record) => (isTombstone(record) ? [record.erasedAt] : []));
    return tombstones.length < new Set(refs).size ? undefined : latest(tombstones);
  },
  peopleSealed: (from, before) => within(shelves.people.scan({}), from, before),
  textsSealed: (from, before) => within(shelves.texts.scan({}), from, before),
  forgetPerson: async (ref, instant) => {
    const record = await shelves.people.get(ref);
    if (record === undefined || record.createdAt >= instant || (await keys.isErased(ref))) return false;
    await keys.destroy('person', ref);
    await shelves.lookUps.remove({ ref });
    await shelves.people.remove({ _id: ref, keyId: record.keyId });
    return true;
  },
  forgetText: async (ref) => {
    await keys.destroy('text', ref);
    await shelves.texts.remove({ _id: ref });
  },
  cleanSince: async () => (await readRoot(shelves.keys)).cleanSince,
  markClean: async (since) => {
    const root = await readRoot(shelves.keys);
    await shelves.keys.swap(
      { _id: ROOT_ID, keyId: root.keyId, kekId: root.kekId },
      { ...root, cleanSince: since },
    );
  },
});
