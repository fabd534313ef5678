import type { HeadOf, ImportKind, ValuesOf } from '@benkan/imports-domain';
import type { Places } from './places';
import type { Say } from './saying';
import type { Done, Trouble } from './step';

export type Working = { readonly say: Say; readonly places: Places };

/** The head of a sheet was said: rows can follow. */
export type OpenedSheet<Values> = {
  readonly kind: 'opened';
  readonly troubles: readonly Trouble[];
  readonly unitId?: string;
  readonly row: (values: Values, key: string) => Promise<Done>;
  /** Says what the rows make together, once each was said: what became of it, by the key of its row. */
  readonly close?: () => Promise<ReadonlyMap<string, Done>>;
};

/** Rows can follow, or nothing of the file can be taken. */
export type Opened<Values> = OpenedSheet<Values> | { readonly kind: 'rejected'; readonly trouble: Trouble };

/** What can be said of a sheet before anything of it is: what speaks against each row, by what is recorded. */
export type Looked<Values> =
  | {
      readonly kind: 'looked';
      readonly troubles: readonly Trouble[];
      readonly row: (values: Values) => Promise<readonly Trouble[]>;
    }
  | { readonly kind: 'rejected'; readonly trouble: Trouble };

/** Turns the head and rows of one kind of sheet into commands. */
export type Kind<K extends ImportKind> = {
  /** The command its uploader must be allowed to say. */
  readonly needs: string;
  /** Rows said side by side. */
  readonly width: number;
  /** For a preview: reads, and writes nothing. */
  readonly look?: (places: Places, head: HeadOf<K>) => Promise<Looked<ValuesOf<K>>>;
  readonly open: (working: Working, head: HeadOf<K>) => Promise<Opened<ValuesOf<K>>>;
};

export const rejected = (trouble: Trouble): { readonly kind: 'rejected'; readonly trouble: Trouble } => ({
  kind: 'rejected',
  trouble,
});

/** What differs in a head is reported and the rows go on; any other refusal rejects the file. */
export const fatal = (troubles: readonly Trouble[]): Trouble | undefined =>
  troubles.find(({ code }) => code !== 'differs-from-recorded');
