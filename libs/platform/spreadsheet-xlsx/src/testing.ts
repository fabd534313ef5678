import { deflateRawSync } from 'node:zlib';

type Entry = { readonly name: string; readonly content: Uint8Array; readonly declared?: number };

const header = (signature: number, { name, content, declared }: Entry, deflated: Buffer): Buffer => {
  const inEntry = signature === 0x02014b50;
  const head = Buffer.alloc(inEntry ? 46 : 30);
  const shift = inEntry ? 2 : 0;
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(8, 8 + shift);
  head.writeUInt32LE(deflated.length, 18 + shift);
  head.writeUInt32LE(declared ?? content.length, 22 + shift);
  head.writeUInt16LE(name.length, 26 + shift);
  return head;
};

/** A zip whose entries may lie about their inflated size. */
export const zipOf = (entries: readonly Entry[]): Uint8Array => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const deflated = deflateRawSync(entry.content);
    const inDirectory = header(0x02014b50, entry, deflated);
    inDirectory.writeUInt32LE(offset, 42);
    const local = [header(0x04034b50, entry, deflated), Buffer.from(entry.name), deflated];
    locals.push(...local);
    directory.push(inDirectory, Buffer.from(entry.name));
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
};

const part = (name: string, text: string, declared?: number): Entry => ({
  name,
  content: Buffer.from(text),
  ...(declared === undefined ? {} : { declared }),
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The smallest workbook around the xml of one sheet's data, with a declared size of one's choice. */
export const workbookOf = (sheetData: string, declared?: number): Uint8Array =>
  zipOf([
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Feuille" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
      declared,
    ),
  ]);
