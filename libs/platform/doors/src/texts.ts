import { LRUCache } from 'lru-cache';
import type { Vault } from '@benkan/vault';

type Sealed = { readonly textRef: string };

/** Shown where a text can no longer be opened. */
const WITHDRAWN = '[retiré]';

/** Opens texts by reference, many at once; they never change, so those once opened are kept for a while. */
export const textReader = (vault: Vault) => {
  const opened = new LRUCache<string, string>({ max: 5_000, ttl: 10 * 60_000 });

  /** A function that says the text of each reference among the given ones. */
  return async (sealed: readonly (Sealed | null)[]): Promise<(text: Sealed) => string> => {
    const refs = sealed.flatMap((text) => (text === null ? [] : [text.textRef]));
    const missing = [...new Set(refs)].filter((ref) => !opened.has(ref));
    if (missing.length > 0) for (const [ref, text] of await vault.openTexts(missing)) opened.set(ref, text);
    return ({ textRef }) => opened.get(textRef) ?? WITHDRAWN;
  };
};

export type TextReader = ReturnType<typeof textReader>;
