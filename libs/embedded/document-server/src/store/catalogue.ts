import { ServerFault } from '../faults';
import { decode, encode, type Doc } from '../values/document';
import { orderKey } from '../values/order-key';
import { prefixOf } from './keys';
import { startingWith } from './key-range';
import type { Store } from './store';

export interface IndexField {
  readonly path: string;
  readonly direction: 1 | -1;
}

export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  /** some document has several keys: bounds of one field may not be joined, nor its order used */
  readonly multikey: boolean;
}

export interface Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly nextIndex: number;
  readonly indexes: readonly Index[];
}

const ENTRIES = prefixOf(0, 0);
const COUNTER = prefixOf(0, 1);
const DROPPED = prefixOf(0, 2);

export const namespaceOf = ({ database, name }: Pick<Collection, 'database' | 'name'>): string =>
  `${database}.${name}`;

const entryKey = (namespace: string): Buffer => Buffer.concat([ENTRIES, orderKey(namespace)]);

/** Refuses a namespace that cannot be (73). */
export const checkName = (database: string, name: string): void => {
  const wrong = database === '' || /[/\\. "$\0]/.test(database) || name === '' || /[$\0]/.test(name);
  if (wrong || name.startsWith('system.') || name.startsWith('.') || Buffer.byteLength(name) > 200) {
    throw new ServerFault(73, `Invalid namespace specified '${database}.${name}'`);
  }
};

/** Which collections and indexes exist. Every change belongs inside `store.write`. */
export class Catalogue {
  private readonly known = new Map<string, Collection>();

  constructor(private readonly store: Store) {
    this.load();
    store.onUndone(() => this.load());
  }

  private load(): void {
    this.known.clear();
    for (const { value } of this.store.scan(startingWith(ENTRIES))) {
      const collection = decode(value) as unknown as Collection;
      this.known.set(namespaceOf(collection), collection);
    }
  }

  find(database: string, name: string): Collection | undefined {
    return this.known.get(`${database}.${name}`);
  }

  /** The collection as it is now, or nothing once it was dropped. */
  current({ database, name, id }: Collection): Collection | undefined {
    const found = this.find(database, name);
    return found?.id === id ? found : undefined;
  }

  all(): readonly Collection[] {
    return [...this.known.values()];
  }

  create(database: string, name: string): Collection {
    checkName(database, name);
    const counter = this.store.get(COUNTER);
    const id = (counter?.readUInt32BE() ?? 0) + 1;
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeUInt32BE(id);
    this.store.put(COUNTER, bytes);
    return this.save({ id, database, name, nextIndex: 1, indexes: [] });
  }

  save(collection: Collection): Collection {
    const namespace = namespaceOf(collection);
    this.store.put(entryKey(namespace), encode(collection as unknown as Doc));
    this.known.set(namespace, collection);
    return collection;
  }

  /** Gone at once; its bytes are swept afterwards. */
  drop(collection: Collection): void {
    const namespace = namespaceOf(collection);
    this.store.remove(entryKey(namespace));
    this.known.delete(namespace);
    this.discard(prefixOf(collection.id, 0).subarray(0, 4));
  }

  dropIndex(collection: Collection, index: Index): Collection {
    this.discard(prefixOf(collection.id, index.id));
    return this.save({ ...collection, indexes: collection.indexes.filter(({ id }) => id !== index.id) });
  }

  private discard(prefix: Buffer): void {
    this.store.put(Buffer.concat([DROPPED, prefix]), prefix);
  }

  /** Removes up to `limit` keys of what was dropped; false when nothing is left to sweep. */
  sweep(limit: number): boolean {
    for (const { key, value } of this.store.scan(startingWith(DROPPED))) {
      let removed = 0;
      for (const entry of this.store.scan(startingWith(value))) {
        if (removed === limit) return true;
        this.store.remove(entry.key);
        removed += 1;
      }
      this.store.remove(key);
      return true;
    }
    return false;
  }
}
