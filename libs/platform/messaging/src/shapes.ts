import type { FaultCode, Reply, Request } from './messaging';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === 'string';
const optionalText: Check = (value) => value === undefined || typeof value === 'string';
const scalar: Check = (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const optionalDecimal: Check = (value) =>
  value === undefined || (typeof value === 'string' && /^[0-9]{1,20}$/.test(value));
const optionalNumber: Check = (value) =>
  value === undefined || (typeof value === 'number' && Number.isFinite(value));
const optionalListOf =
  (check: Check): Check =>
  (value) =>
    value === undefined || (Array.isArray(value) && value.every(check));
const shaped = (checks: Readonly<Record<string, Check>>): Check => {
  const each = Object.entries(checks);
  return (value) => isFields(value) && each.every(([field, check]) => check(value[field]));
};

const versionOne: Check = (value) => value === 1;

const faultCodes: Readonly<Record<FaultCode, true>> = {
  unavailable: true,
  timeout: true,
  conflict: true,
  overloaded: true,
  expired: true,
  'too-large': true,
  malformed: true,
  forbidden: true,
  'unknown-resource': true,
  'outside-your-territory': true,
  'storage-full': true,
  'clock-behind': true,
  'not-yet': true,
  'idempotency-key-reused': true,
  'stale-revision': true,
  internal: true,
};

const request = shaped({
  v: versionOne,
  id: (value) => typeof value === 'string' && value !== '',
  name: text,
  context: text,
  correlationId: text,
  causationId: optionalText,
  commandId: optionalText,
  ifMatch: optionalDecimal,
  atLeast: optionalDecimal,
  waitMs: optionalNumber,
  traceparent: optionalText,
  deadline: (value) => typeof value === 'number' && Number.isFinite(value),
});

const replies: Readonly<Record<Reply['kind'], Check>> = {
  answer: (value) => isFields(value) && 'data' in value,
  refused: shaped({
    code: text,
    differences: optionalListOf(shaped({ field: text, recorded: scalar, given: scalar })),
    problems: optionalListOf(shaped({ pointer: text, code: text })),
  }),
  fault: shaped({
    code: (value) => typeof value === 'string' && Object.hasOwn(faultCodes, value),
    detail: optionalText,
    problems: optionalListOf(shaped({ pointer: text, code: text, detail: text })),
  }),
};

export const isRequest = (value: unknown): value is Request => request(value);

const isKind = (kind: unknown): kind is Reply['kind'] =>
  typeof kind === 'string' && Object.hasOwn(replies, kind);

export const isReply = (value: unknown): value is Reply =>
  isFields(value) && value['v'] === 1 && isKind(value['kind']) && replies[value['kind']](value);
