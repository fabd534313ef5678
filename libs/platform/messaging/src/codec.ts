import { readJson } from './json';
import { MAX_MESSAGE_BYTES, type FaultCode, type Problem, type Reply, type Request } from './messaging';
import { isReply, isRequest } from './shapes';

type Encoding =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly code: 'too-large' | 'malformed' };

/** The reply that says the way failed, not the domain. */
export const fault = (code: FaultCode, detail?: string, problems?: readonly Problem[]): Reply => ({
  v: 1,
  kind: 'fault',
  code,
  ...(detail === undefined ? {} : { detail }),
  ...(problems === undefined ? {} : { problems }),
});

const encode = (value: unknown): Encoding => {
  try {
    const bytes = Buffer.from(JSON.stringify(value));
    return bytes.length > MAX_MESSAGE_BYTES ? { kind: 'fault', code: 'too-large' } : { kind: 'bytes', bytes };
  } catch {
    return { kind: 'fault', code: 'malformed' };
  }
};

/** UTF-8 JSON, or why it cannot be sent: too many bytes, or not JSON (a cycle, a bigint). */
export const encodeRequest = (request: Request): Encoding => encode(request);

const withData = (reply: Reply): Reply =>
  reply.kind === 'answer' && reply.data === undefined ? { ...reply, data: null } : reply;

const bytesOfFault = (code: FaultCode): Uint8Array => Buffer.from(JSON.stringify(fault(code)));

/** Always something that can be sent: what is too large or not JSON becomes the fault that says so. */
export const encodeReply = (reply: Reply): Uint8Array => {
  const encoding = encode(withData(reply));
  if (encoding.kind === 'bytes') return encoding.bytes;
  return bytesOfFault(encoding.code === 'too-large' ? 'too-large' : 'internal');
};

/** Undefined for whatever is not a request. */
export const decodeRequest = (bytes: Uint8Array): Request | undefined => {
  if (bytes.length > MAX_MESSAGE_BYTES) return undefined;
  const value = readJson(bytes);
  return isRequest(value) ? value : undefined;
};

/** What is not a reply becomes the fault `malformed`. */
export const decodeReply = (bytes: Uint8Array): Reply => {
  if (bytes.length > MAX_MESSAGE_BYTES) return fault('too-large');
  const value = readJson(bytes);
  return isReply(value) ? value : fault('malformed');
};
