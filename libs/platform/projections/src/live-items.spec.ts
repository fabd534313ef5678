import { liveItems, type Placed } from './live-items';

const at = (commit: bigint): Placed => ({ kind: 'checkpoint', position: { commit, prepare: commit } });
const upTo = (last: bigint) => Array.from({ length: Number(last) }, (_, n) => at(BigInt(n + 1)));

/** What a reader gets of items that are over. */
const readAfter = async (items: ReturnType<typeof liveItems>, from?: bigint): Promise<bigint[]> => {
  const places: bigint[] = [];
  const position = from === undefined ? undefined : { commit: from, prepare: from };
  for await (const { position: place } of items.after(
    position,
    new AbortController().signal,
  ) as AsyncIterable<Extract<Placed, { kind: 'checkpoint' }>>)
    places.push(place.commit);
  return places;
};

const filled = (from: bigint, last: bigint, most: number) => {
  const items = liveItems({ commit: from, prepare: from }, most);
  for (const item of upTo(last).slice(Number(from))) items.add(item);
  items.end();
  return items;
};

describe('the last items of a subscription', () => {
  it('are given to whoever stands where the subscription began, or behind that', async () => {
    expect(await readAfter(filled(2n, 5n, 4), 2n)).toEqual([3n, 4n, 5n]);
    expect(await readAfter(filled(2n, 5n, 4), 4n)).toEqual([5n]);
  });

  it('are not given to whoever lacks what came before them', async () => {
    expect(await readAfter(filled(2n, 5n, 4), 1n)).toEqual([]);
    expect(await readAfter(filled(2n, 5n, 4))).toEqual([]);
  });

  it('are not given to whoever lacks what was let go', async () => {
    const items = filled(0n, 9n, 4);
    expect(await readAfter(items, 4n)).toEqual([]);
    expect(await readAfter(items, 5n)).toEqual([6n, 7n, 8n, 9n]);
  });
});
