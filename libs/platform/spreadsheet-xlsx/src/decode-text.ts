import { Refused } from './refused';

// every control character but tab and line ends; what Windows-1252 leaves undefined is let through
const BINARY = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;

// 0x80 to 0x9f; node 20's own decoder answers latin-1 here
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const fromWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => WINDOWS.charAt(byte.charCodeAt(0) - 0x80));

const fromUnicode = (bytes: Uint8Array): string | undefined => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Text in UTF-8 (with or without a mark), what Excel calls Unicode, or else Windows-1252. Throws a refusal on binary. */
export const decodeText = (bytes: Uint8Array): string => {
  const text = fromUnicode(bytes) ?? fromWindows(bytes);
  if (BINARY.test(text))
    throw new Refused('not-a-spreadsheet', 'Ce fichier n’est ni un classeur .xlsx ni un CSV.');
  return text;
};
