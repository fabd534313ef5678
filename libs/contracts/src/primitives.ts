import { z } from 'zod';

/** Patterns a stored string may follow besides enums, ids, days and instants. Anything else is free text and stays out of events. */
export const CODE_PATTERNS = {
  /** keyed SHA-256 digest, hex */
  digest: '^[0-9a-f]{64}$',
  /** place code of one of the code systems, e.g. ML-BKO, ML090101, 00 */
  placeCode: '^[A-Z0-9][A-Z0-9-]{0,15}$',
  /** edition of a code system, e.g. 2015, 2023-007 */
  edition: '^[0-9]{4}(-[0-9]{1,3})?$',
  /** wire name of a command or query, e.g. meetings.hold */
  wireName: '^[a-z]{1,20}\\.[a-z]{1,20}(-[a-z]{1,20}){0,5}$',
  /** DAC/CRS purpose code, e.g. 15210 */
  purposeCode: '^[0-9]{5}$',
  /** code of the indicator catalogue, e.g. IND-04 */
  indicatorCode: '^IND-[0-9]{2}$',
  /** number of a certificate of attendance: 16 signs without I, L, O, U, e.g. 4TQ8-ZK2M-9W7C-X3HB */
  certificateCode: '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$',
  /** time of day in Bamako, e.g. 09:05 */
  timeOfDay: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
} as const;

const pattern = (name: keyof typeof CODE_PATTERNS) => z.string().regex(new RegExp(CODE_PATTERNS[name]));

/** UUID of an aggregate, an event, a vault document. */
export const id = () => z.uuid();
/** Day in Africa/Bamako, YYYY-MM-DD. */
export const day = () => z.iso.date();
/** RFC 3339 instant in UTC. */
export const instant = () => z.iso.datetime();
export const digest = () => pattern('digest');
export const placeCode = () => pattern('placeCode');
export const edition = () => pattern('edition');
export const wireName = () => pattern('wireName');
export const purposeCode = () => pattern('purposeCode');
export const indicatorCode = () => pattern('indicatorCode');

export const certificateCode = () => pattern('certificateCode');
/** A time of day in Bamako, e.g. 09:05. */
export const timeOfDay = () => pattern('timeOfDay');

/** What an event keeps of a text: where the vault holds it, and a keyed digest to compare without opening. */
export const sealedText = () => z.strictObject({ textRef: id(), digest: digest() });

/** A text typed by a person; accepted in requests only. At most `max` characters. */
export const freeText = (max = 2_000) => z.string().trim().min(1).max(max);

/** A decimal position in the log, as given by `Benkan-Position`. */
export const position = () => z.string().regex(/^[0-9]{1,20}$/);

export type SealedText = z.infer<ReturnType<typeof sealedText>>;
