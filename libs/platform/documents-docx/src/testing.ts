import { inflateRawSync } from 'node:zlib';

/** The parts of a DOCX by name, as text. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const zip = Buffer.from(bytes);
  const parts = new Map<string, string>();
  let entry = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(entry) === 0x02014b50) {
    const [method, size] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20)];
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    const local = zip.readUInt32LE(entry + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    const label = zip.toString('utf8', entry + 46, entry + 46 + (name ?? 0));
    parts.set(label, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** All text of the body and the footer. */
export const textOf = async (bytes: Uint8Array): Promise<string> => {
  const parts = partsOf(bytes);
  const xml = [...parts]
    .filter(([name]) => /^word\/(document|footer\d*)\.xml$/.test(name))
    .map(([, text]) => text);
  return xml
    .join('')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
};
