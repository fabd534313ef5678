import type { SealedText } from '@benkan/kernel';
import type { Drafted, Frozen } from './facts';

/** SHA-256 of the RFC 8785 JSON of a value, hex. */
export type Fingerprint = (value: object) => string;

const isText = (value: object): value is SealedText => 'textRef' in value && 'digest' in value;

/** A text as its digest alone: erased or sealed anew, the fingerprint stays. */
const digested = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(digested);
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return value.digest;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, digested(item)]));
};

const frozenOf = ({
  meetingKind,
  heldOn,
  presidingCapacity,
  place,
  agenda,
  attendance,
  quorum,
  recommendations,
}: Frozen): Frozen => ({
  ...{ meetingKind, heldOn, presidingCapacity, place },
  ...{ agenda, attendance, quorum, recommendations },
});

/** What a fingerprint is taken of: the draft as it stood and the meeting as it was, texts by their digests. */
export const fingerprinted = (draft: Drafted, frozen: Frozen): object => ({
  minutes: digested(draft),
  meeting: digested(frozenOf(frozen)),
});
