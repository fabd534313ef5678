import type { Shelf, Stored, VaultShelves } from '@benkan/vault';

/** The vault, and the accounts of a laptop beside it: sealed logins and hashed passwords, empty where there are none. */
export type ArchiveShelves = VaultShelves & { readonly accounts: Shelf<Stored> };

export type ShelfName = keyof ArchiveShelves;
export type DataShelfName = Exclude<ShelfName, 'keys'>;

/** The name of each shelf's files. A shelf added to the vault is missing here until it is named. */
const FILE_NAMES: Readonly<Record<DataShelfName, string>> = {
  lookUps: 'look-ups',
  people: 'people',
  texts: 'texts',
  notes: 'notes',
  // a manifest before its chunks: the chunks of a copied manifest were all written before it
  files: 'files',
  chunks: 'file-chunks',
  accounts: 'accounts',
};

export const dataShelves = Object.keys(FILE_NAMES) as readonly DataShelfName[];

/** The beginning of the paths of a shelf's files, inside the folder of the backup or of the keys. */
export const pathOf = (shelf: ShelfName): string =>
  shelf === 'keys' ? 'keys-' : `vault/${FILE_NAMES[shelf]}-`;

/** A shelf for copying, where nothing is known of a document but its id. */
export const shelfFor = (shelves: ArchiveShelves, name: ShelfName): Shelf<Stored> =>
  shelves[name] as Shelf<Stored>;
