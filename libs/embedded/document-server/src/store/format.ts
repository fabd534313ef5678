import type { Database } from 'lmdb';
import { StartFault } from '../faults';
import { prefixOf } from './keys';
import { scanRange } from './key-range';
import type { Reserve } from './reserve';
import { seal } from './seal';

/** 1: values as they are. 2: every value under a checksum. */
const FORMAT = 2;
const MARK = prefixOf(0, 3);
const LEAST = 64 * 1024;
const EVERYTHING = { from: Buffer.alloc(1), to: Buffer.alloc(8, 0xff) };

type Bytes = Database<Buffer, Buffer>;

const markOf = (database: Bytes): number | undefined => {
  const mark = database.getBinary(MARK);
  return mark?.readUInt8(mark.length - 1);
};

/**
 * Brings a folder to the format of this program in one transaction. A folder of a newer program answers
 * StartFault `format-newer` and is left as it is.
 */
export const adoptFormat = (database: Bytes, reserve: Reserve): void => {
  const found = markOf(database);
  if (found === FORMAT) return;
  if (found !== undefined)
    throw new StartFault('format-newer', `the data are of format ${found}, not ${FORMAT}`);
  reserve.upTo(3 * reserve.size() + LEAST);
  database.transactionSync(() => {
    for (const { key, value } of scanRange(database, EVERYTHING)) database.putSync(key, seal(key, value));
    database.putSync(MARK, seal(MARK, Buffer.from([FORMAT])));
  });
};
