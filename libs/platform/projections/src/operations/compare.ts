import { createHash } from 'node:crypto';
import { canonicalJson } from '@benkan/event-store';
import type { ViewDocument, ViewStore } from '../view-store';
import type { Checksum, Comparison } from './operations';

const EXAMPLES = 10;
const MODULUS = 1n << 256n;

const digestOf = ({ key, position: { commit, prepare }, view }: ViewDocument): string =>
  createHash('sha256')
    .update(canonicalJson({ key, commit: `${commit}`, prepare: `${prepare}`, view }) ?? `unreadable ${key}`)
    .digest('hex');

/** Adds documents up, in any order. */
const summing = () => {
  let [documents, sum] = [0, 0n];
  return {
    add: (digest: string) => {
      documents += 1;
      sum = (sum + BigInt(`0x${digest}`)) % MODULUS;
    },
    checksum: (): Checksum => ({ documents, hash: sum.toString(16).padStart(64, '0') }),
  };
};

type Told = { readonly key: Buffer; readonly name: string; readonly digest: string };

/** The documents of a collection one by one, each with its digest. */
const telling = (views: ViewStore, collection: string) => {
  const documents = views.scan(collection)[Symbol.asyncIterator]();
  const sum = summing();
  const next = async (): Promise<Told | undefined> => {
    const { done, value } = await documents.next();
    if (done === true) return undefined;
    const digest = digestOf(value);
    sum.add(digest);
    return { key: Buffer.from(value.key), name: value.key, digest };
  };
  return { next, checksum: sum.checksum };
};

type Telling = ReturnType<typeof telling>;
type Pair = { readonly a: Told | undefined; readonly b: Told | undefined };

const order = ({ a, b }: Pair): number => {
  if (a === undefined) return 1;
  return b === undefined ? -1 : Buffer.compare(a.key, b.key);
};

const isSame = ({ a, b }: Pair): boolean => a?.digest === b?.digest;
const nameIn = ({ a, b }: Pair): string => (a ?? b)?.name ?? '';

/** The documents of two collections side by side, by key. */
async function* pairs(one: Telling, other: Telling): AsyncGenerator<Pair> {
  let [a, b] = await Promise.all([one.next(), other.next()]);
  while (a !== undefined || b !== undefined) {
    const ordered = order({ a, b });
    yield { a: ordered <= 0 ? a : undefined, b: ordered >= 0 ? b : undefined };
    [a, b] = await Promise.all([ordered <= 0 ? one.next() : a, ordered >= 0 ? other.next() : b]);
  }
}

/** Two generations document by document, both read once; a batch of each in memory. */
export const compare = async (views: ViewStore, live: string, rebuilt: string): Promise<Comparison> => {
  const [one, other] = [telling(views, live), telling(views, rebuilt)];
  const examples: string[] = [];
  let differing = 0;
  for await (const pair of pairs(one, other)) {
    if (isSame(pair)) continue;
    differing += 1;
    if (differing <= EXAMPLES) examples.push(nameIn(pair));
  }
  const [liveSum, rebuiltSum] = [one.checksum(), other.checksum()];
  const same = liveSum.documents === rebuiltSum.documents && liveSum.hash === rebuiltSum.hash;
  return { same, live: liveSum, rebuilt: rebuiltSum, differing, examples };
};
