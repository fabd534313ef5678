import { LRUCache } from 'lru-cache';
import type { ViewDocument } from './view-store';

// what an object, a field or a text takes besides what it says, on a 64-bit machine
const OVERHEAD = 24;

/** About how many bytes of memory a value of JSON takes. */
export const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return OVERHEAD + value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let bytes = OVERHEAD;
  for (const field of Object.values(value)) bytes += 8 + bytesOf(field);
  return bytes;
};

export type CacheOptions = {
  readonly mostBytes: number;
  readonly mostDocuments?: number | undefined;
  /** A document was put out, or was too large to be kept. */
  readonly onMissing?: () => void;
};

/** The documents used last, as many as fit into so much memory. */
export const documentCache = ({ mostBytes, mostDocuments, onMissing }: CacheOptions) => {
  const kept = new LRUCache<string, ViewDocument>({
    ...(mostDocuments !== undefined && { max: mostDocuments }),
    maxSize: mostBytes,
    sizeCalculation: ({ key, view }) => OVERHEAD * 4 + key.length + bytesOf(view),
    dispose: (_document, _key, reason) => {
      if (reason === 'evict') onMissing?.();
    },
  });
  return {
    get: (key: string): ViewDocument | undefined => kept.get(key),
    keep: (documents: Iterable<ViewDocument>): void => {
      for (const document of documents) {
        kept.set(document.key, document);
        if (!kept.has(document.key)) onMissing?.();
      }
    },
    clear: (): void => kept.clear(),
  };
};
