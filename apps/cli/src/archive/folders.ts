import type { Said } from '../command';

/** The two folders of a backup, as typed. */
export const foldersOf = ({ words, options }: Said): { readonly dir: string; readonly keysDir?: string } => {
  const keys = options['keys'];
  return { dir: words[0] ?? '', ...(typeof keys === 'string' ? { keysDir: keys } : {}) };
};
