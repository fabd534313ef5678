const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, midnight: the first moment a zip can name. */
const EPOCH = 0x00210000;

/** Gives every entry of a zip the same date, in place: the rest of the bytes depends on what is inside alone. */
export const withoutDates = (zip: Uint8Array): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end -= 1;
  let entry = view.getUint32(end + 16, true);
  while (view.getUint32(entry, true) === CENTRAL) {
    const local = view.getUint32(entry + 42, true);
    if (view.getUint32(local, true) !== LOCAL) throw new Error('not a zip');
    view.setUint32(local + 10, EPOCH, true);
    view.setUint32(entry + 12, EPOCH, true);
    const [name, extra, comment] = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
};
