/** What a client may say. `size` counts headers and body; `headerBytes` of them come first. */
export type Operation =
  | { readonly kind: 'connect'; readonly json: string }
  | {
      readonly kind: 'publish';
      readonly subject: string;
      readonly reply: string | undefined;
      /** Undefined for a message without a header block. */
      readonly headerBytes: number | undefined;
      readonly size: number;
      readonly payload: Buffer;
    }
  | {
      readonly kind: 'subscribe';
      readonly subject: string;
      readonly queue: string | undefined;
      readonly sid: string;
    }
  | { readonly kind: 'unsubscribe'; readonly sid: string; readonly max: number | undefined }
  | { readonly kind: 'ping' }
  /** Allowed, and without effect beyond having been heard. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'violation'; readonly reason: string };

const nothingYet = Buffer.alloc(0);
const malformed = (verb: string): Operation => ({ kind: 'violation', reason: `${verb} Parse Error` });

const sizeOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

const wordsOf = (text: string): string[] => text.split(/[ \t]+/).filter((word) => word !== '');

const publish = (rest: string): Operation => {
  const [subject, ...more] = wordsOf(rest);
  const size = sizeOf(more.at(-1));
  if (subject === undefined || size === undefined || more.length > 2) return malformed('PUB');
  const reply = more.length === 2 ? more[0] : undefined;
  return { kind: 'publish', subject, reply, headerBytes: undefined, size, payload: nothingYet };
};

const publishWithHeaders = (rest: string): Operation => {
  const [subject, ...more] = wordsOf(rest);
  const size = sizeOf(more.at(-1));
  const headerBytes = sizeOf(more.at(-2));
  if (subject === undefined || size === undefined || headerBytes === undefined) return malformed('HPUB');
  if (more.length > 3 || headerBytes > size) return malformed('HPUB');
  const reply = more.length === 3 ? more[0] : undefined;
  return { kind: 'publish', subject, reply, headerBytes, size, payload: nothingYet };
};

const subscribe = (rest: string): Operation => {
  const words = wordsOf(rest);
  const [subject, second, third] = words;
  if (subject === undefined || second === undefined || words.length > 3) return malformed('SUB');
  return third === undefined
    ? { kind: 'subscribe', subject, queue: undefined, sid: second }
    : { kind: 'subscribe', subject, queue: second, sid: third };
};

const unsubscribe = (rest: string): Operation => {
  const [sid, limit, ...more] = wordsOf(rest);
  const max = sizeOf(limit);
  if (sid === undefined || more.length > 0 || (limit !== undefined && max === undefined))
    return malformed('UNSUB');
  return { kind: 'unsubscribe', sid, max };
};

const nothing = (): Operation => ({ kind: 'nothing' });

const verbs: ReadonlyMap<string, (rest: string) => Operation> = new Map([
  [
    'CONNECT',
    (rest: string): Operation => ({ kind: 'connect', json: Buffer.from(rest, 'latin1').toString() }),
  ],
  ['PUB', publish],
  ['HPUB', publishWithHeaders],
  ['SUB', subscribe],
  ['UNSUB', unsubscribe],
  ['PING', (): Operation => ({ kind: 'ping' })],
  ['PONG', nothing],
  ['+OK', nothing],
  ['INFO', nothing],
]);
const names = [...verbs.keys()];
const longest = Math.max(...names.map((name) => name.length));

const splitVerb = (text: string): readonly [verb: string, rest: string] => {
  const end = text.search(/[ \t\r]/);
  return end < 0 ? [text.toUpperCase(), ''] : [text.slice(0, end).toUpperCase(), text.slice(end)];
};

/** False as soon as the bytes of an unfinished line can no longer begin with a known verb. */
export const couldBecomeOperation = (line: Buffer): boolean => {
  const start = line.toString('latin1', 0, longest + 1);
  const [verb, rest] = splitVerb(start);
  return rest === '' && verb.length === start.length
    ? names.some((name) => name.startsWith(verb))
    : verbs.has(verb);
};

/** One control line without its line end; `latin1` keeps every byte of a subject as it was. */
export const parseLine = (line: string): Operation => {
  const [verb, rest] = splitVerb(line);
  return verbs.get(verb)?.(rest) ?? { kind: 'violation', reason: 'Unknown Protocol Operation' };
};
