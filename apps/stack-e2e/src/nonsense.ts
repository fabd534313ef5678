import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** What the platform would take for a request of its own, up to its body. */
export type Envelope = { readonly name: string; readonly context: string; readonly body: unknown };

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

export const envelope = ({ name, context, body }: Envelope) => ({
  ...{ v: 1, id: randomUUID(), name, body, context, correlationId: randomUUID() },
  deadline: Date.now() + 20_000,
});

const text = (): string => randomBytes(randomInt(40)).toString('latin1');
const scalars: readonly (() => unknown)[] = [
  text,
  () => randomInt(1_000_000) - 500_000,
  () => null,
  () => true,
  () => '__proto__',
  () => 1e300,
  randomUUID,
];
const scalar = (): unknown => scalars[randomInt(scalars.length)]?.();

/** Any JSON value, at most so deep. */
export const anyJson = (depth: number): unknown => {
  const size = randomInt(4);
  const kind = depth === 0 ? 2 : randomInt(3);
  if (kind === 0) return Array.from({ length: size }, () => anyJson(depth - 1));
  if (kind === 1) return Object.fromEntries(Array.from({ length: size }, () => [text(), anyJson(depth - 1)]));
  return scalar();
};

const replaced = (given: Envelope, field: string, value: unknown): Buffer =>
  bytes({ ...envelope(given), [field]: value });

/** Whatever is no request at all: each maker gives another message every time. */
export const noRequests: readonly ((given: Envelope) => Buffer)[] = [
  () => randomBytes(randomInt(400)),
  () => Buffer.alloc(0),
  () => bytes(anyJson(4)),
  (given) => bytes(envelope(given)).subarray(0, -1 - randomInt(100)),
  () => Buffer.from('['.repeat(1 + randomInt(5_000))),
  () => {
    const depth = 40 + randomInt(2_000);
    return Buffer.from(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  },
  (given) => replaced({ ...given, body: JSON.parse('['.repeat(40) + ']'.repeat(40)) }, 'v', 1),
  (given) => replaced(given, 'v', 2),
  (given) => replaced(given, 'id', [scalar()]),
  (given) => replaced(given, 'name', `${given.name}s`),
  (given) => replaced(given, 'deadline', 'soon'),
  (given) => replaced(given, 'context', { a: 1 }),
  (given) => replaced(given, 'traceparent', [text()]),
  (given) => replaced(given, 'atLeast', '-1'),
  (given) => bytes({ pattern: given.name, data: {}, id: randomUUID() }),
];

/** Requests in form: only who asks, or what is said, is nonsense. */
export const nonsenseRequests: readonly ((given: Envelope) => Buffer)[] = [
  (given) => replaced(given, 'context', text()),
  (given) => replaced({ ...given, body: anyJson(6) }, 'traceparent', text()),
  (given) => replaced({ ...given, body: anyJson(20) }, 'correlationId', text()),
  (given) => replaced(given, 'body', undefined),
  (given) => replaced({ ...given, body: { text: 'x'.repeat(100_000) } }, 'commandId', text()),
  (given) => replaced({ ...given, body: anyJson(3) }, 'ifMatch', '99999999999999999999'),
  (given) => replaced(given, 'deadline', randomInt(1_000)),
];

/** Subjects near and far from those that are served. */
export const anySubject = (): string => {
  const token = () => randomBytes(1 + randomInt(10)).toString('hex');
  return ['benkan', 'v1', ...Array.from({ length: 1 + randomInt(5) }, token)].join('.');
};
