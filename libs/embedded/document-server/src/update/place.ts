import { ServerFault } from '../faults';
import { isDoc, type Doc } from '../values/document';
import { isArrayIndex, partsOf } from '../values/path';

type Holder = Doc | unknown[];

/** One field of a document, or one position of an array, to be read and written. */
export interface Place {
  get(): unknown;
  set(value: unknown): void;
  remove(): void;
}

const LARGEST_PADDING = 1_500_000;

const notViable = (part: string, holder: unknown): ServerFault =>
  new ServerFault(
    28,
    `Cannot create field '${part}' in element of type ${Array.isArray(holder) ? 'array' : typeof holder}`,
  );

const inArray = (list: unknown[], part: string): Place => {
  const at = Number(part);
  return {
    get: () => list[at],
    set: (value) => {
      if (at - list.length > LARGEST_PADDING) throw notViable(part, list);
      while (list.length < at) list.push(null);
      list[at] = value;
    },
    remove: () => {
      if (at < list.length) list[at] = null;
    },
  };
};

const inDocument = (document: Doc, part: string): Place => ({
  get: () => (Object.hasOwn(document, part) ? document[part] : undefined),
  set: (value) => {
    Object.defineProperty(document, part, { value, writable: true, enumerable: true, configurable: true });
  },
  remove: () => {
    delete document[part];
  },
});

const placeIn = (holder: unknown, part: string): Place | undefined => {
  if (Array.isArray(holder)) return isArrayIndex(part) ? inArray(holder as unknown[], part) : undefined;
  return isDoc(holder) ? inDocument(holder, part) : undefined;
};

/** The place of a dotted path, its parents created on the way; what cannot hold it answers PathNotViable (28). */
export const placeAt = (document: Doc, path: string): Place => {
  const parts = partsOf(path);
  let holder: Holder = document;
  for (const [depth, part] of parts.entries()) {
    const place = placeIn(holder, part);
    if (place === undefined) throw notViable(part, holder);
    if (depth === parts.length - 1) return place;
    if (place.get() === undefined) place.set({});
    holder = place.get() as Holder;
  }
  throw new ServerFault(2, 'an update path may not be empty');
};

/** The place of a dotted path if every parent exists, and nothing is created. */
export const existingPlace = (document: Doc, path: string): Place | undefined => {
  let holder: unknown = document;
  let place: Place | undefined;
  for (const part of partsOf(path)) {
    place = placeIn(holder, part);
    holder = place?.get();
    if (holder === undefined) return undefined;
  }
  return place;
};
