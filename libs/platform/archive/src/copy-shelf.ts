import type { Shelf, Stored } from '@benkan/vault';
import type { Chunks } from './chunks';
import { fingerprints } from './fingerprints';
import { recordLine } from './records';

const NOTHING = Buffer.alloc(0);

/** Every record of a shelf, each once: one that moves while the shelf is read may be met twice. */
export const copyShelf = async (
  shelf: Shelf<Stored>,
  chunks: Pick<Chunks, 'add'>,
  copied: (record: Stored) => void,
): Promise<void> => {
  const met = fingerprints(0);
  for await (const record of shelf.scan({})) {
    if (met.get(record._id) !== undefined) continue;
    met.set(record._id, NOTHING);
    await chunks.add(recordLine(record));
    copied(record);
  }
};
