import type { DataKeys } from './data-keys';
import type { Pepper } from './pepper';
import type { LookUpEntry } from './records';
import { VaultRefused } from './refusal';
import type { Shelf } from './shelf';
import { VaultUnavailable, type LookupKind, type Vault } from './vault';

type LookUps = Pick<Vault, 'claim' | 'find' | 'release'> & {
  readonly forget: (ref: string) => Promise<void>;
};

const MALIAN = /^223(\d{8})$/;

// +223, 00223 and nothing at all are the same country
const national = (value: string): string => value.replace(/\D/g, '').replace(/^00/, '').replace(MALIAN, '$1');

const NORMALISED: Readonly<Record<LookupKind, (value: string) => string>> = {
  code: (value) => value.trim().normalize('NFC').toUpperCase(),
  phone: national,
  'name-key': (value) => value,
};

/** A value as it is compared; empty when there is nothing to compare. */
export const normalised = (kind: LookupKind, value: string): string => NORMALISED[kind](value);

const MAX_TRIES = 3;

/** The blind index: keyed digests of values, never the values. */
export const lookUps = (
  shelf: Shelf<LookUpEntry>,
  pepper: Pepper,
  keys: DataKeys,
  now: () => Date,
): LookUps => {
  const entryId = (kind: LookupKind, scope: string, value: string): string =>
    `${kind}:${pepper.digest('blind-index', JSON.stringify([kind, scope, value]))}`;

  const claim = async (entry: LookUpEntry): Promise<string> => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const { ref } = await shelf.keep(entry);
      if (!(await keys.isErased(ref))) return ref;
      // an erasure cut short left it, or one that ran meanwhile missed it
      await shelf.remove({ _id: entry._id, ref });
      if (ref === entry.ref) throw new VaultRefused('erased', 'this person was erased');
    }
    throw new VaultUnavailable('a look-up value kept changing hands');
  };

  return {
    claim: (kind, scope, value, ref) => {
      const known = normalised(kind, value);
      if (known === '')
        return Promise.reject(new VaultRefused('empty-value', `nothing to look up in this ${kind}`));
      return claim({ _id: entryId(kind, scope, known), ref, createdAt: now() });
    },
    find: async (kind, scope, value) => {
      const known = normalised(kind, value);
      if (known === '') return undefined;
      const entry = await shelf.get(entryId(kind, scope, known));
      return entry === undefined || (await keys.isErased(entry.ref)) ? undefined : entry.ref;
    },
    release: async (kind, scope, value, ref) => {
      const known = normalised(kind, value);
      if (known !== '') await shelf.remove({ _id: entryId(kind, scope, known), ref });
    },
    forget: (ref) => shelf.remove({ ref }),
  };
};
