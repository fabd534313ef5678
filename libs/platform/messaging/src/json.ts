const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Nesting beyond this is no message of ours; walking it could exhaust the stack. */
export const MAX_DEPTH = 32;

const isEscaped = (bytes: Uint8Array, quote: number): boolean => {
  let before = quote - 1;
  while (bytes[before] === BACKSLASH) before -= 1;
  return (quote - before) % 2 === 0;
};

const endOfString = (bytes: Uint8Array, start: number): number => {
  let end = bytes.indexOf(QUOTE, start + 1);
  while (end > 0 && isEscaped(bytes, end)) end = bytes.indexOf(QUOTE, end + 1);
  return end < 0 ? bytes.length : end;
};

/** Whether arrays and objects are nested deeper than `limit`, found without parsing. */
export const isDeeperThan = (limit: number, bytes: Uint8Array): boolean => {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The JSON value of these bytes; undefined for anything else, whatever was sent. */
export const readJson = (bytes: Uint8Array): unknown => {
  if (bytes.length === 0 || isDeeperThan(MAX_DEPTH, bytes)) return undefined;
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
};
