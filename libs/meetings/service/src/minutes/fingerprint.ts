import { createHash } from 'node:crypto';
import { canonicalJson } from '@benkan/event-store';
import type { Fingerprint } from '@benkan/meetings-domain';

/** SHA-256 of the RFC 8785 JSON, hex. */
export const fingerprint: Fingerprint = (value) => {
  const text = canonicalJson(value);
  if (text === undefined) throw new TypeError('not JSON');
  return createHash('sha256').update(text).digest('hex');
};
