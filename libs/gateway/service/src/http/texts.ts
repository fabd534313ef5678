import { batchTexts } from './batch-texts';
import { edgeTexts } from './edge-texts';
import { refusalTexts } from './refusals';
import type { Language, Text, Texts } from './text';

const texts: Texts = { ...edgeTexts, ...batchTexts, ...refusalTexts };

/** Title and detail of a code; every code that can leave the house has one. */
export const textOf = (code: string, language: Language): Text => {
  const row = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return row?.[language] ?? { title: code, detail: code };
};

export const hasText = (code: string): boolean => Object.hasOwn(texts, code);

/** French unless English is asked for first. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'fr';

export type { Language } from './text';
