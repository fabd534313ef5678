import { createHash } from 'node:crypto';
import { canonicalJson } from '@benkan/event-store';
import type { Stored } from '@benkan/vault';
import { decodeTagged, encodeTagged } from './tagged';

export const recordLine = (record: Stored): string => encodeTagged(record);

/** The record of a line; undefined where it has no id. Throws `SyntaxError`, `TypeError`. */
export const recordFrom = (line: string): Stored | undefined => {
  const record = decodeTagged(line);
  if (typeof record !== 'object' || record === null || !('_id' in record)) return undefined;
  return typeof record._id === 'string' && record._id !== '' ? (record as Stored) : undefined;
};

/** 128 bits that two records share when they say the same, in whatever order their fields stand. */
export const contentOf = (record: Stored): Buffer =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(encodeTagged(record))) ?? '')
    .digest()
    .subarray(0, 16);
