import { documentsContract, everything } from '@benkan/documents/contract';
import { partsOf, textOf } from './testing';
import { wordDocuments } from './word-documents';

documentsContract('documents by docx', () => ({ renderer: wordDocuments(), read: textOf }));

describe('a document for Word', () => {
  it('says when it was made by the clock of the document, and no other', async () => {
    const parts = partsOf(await wordDocuments().render(everything));
    const instants = [...parts.values()].join('').match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g);
    expect(new Set(instants)).toEqual(new Set(['2024-11-21T10:00:00.000Z']));
  });

  it('repeats the head of a table and splits no row', async () => {
    const body = partsOf(await wordDocuments().render(everything)).get('word/document.xml') ?? '';
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body).toContain('<w:cantSplit/>');
  });

  it('keeps a head with what it stands above', async () => {
    const body = partsOf(await wordDocuments().render(everything)).get('word/document.xml') ?? '';
    const heading = /<w:p><w:pPr>(?:(?!<\/w:pPr>).)*Heading1.*?<\/w:pPr>/.exec(body)?.[0];
    expect(heading).toContain('<w:keepNext/>');
  });
});
