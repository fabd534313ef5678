import type { Block, PrintedDocument } from '@benkan/documents';
import { documentsContract } from '@benkan/documents/contract';
import { pdfDocuments } from './pdf-documents';
import { pagesOf, textOf } from './testing';

documentsContract('documents by pdfmake', () => ({ renderer: pdfDocuments(), read: textOf }));

describe('a page break', () => {
  const { render } = pdfDocuments();
  const line = (text: string): Block => ({ kind: 'paragraph', text, style: 'note' });
  const lines = (count: number): readonly Block[] =>
    Array.from({ length: count }, (_, index) => line(`Ligne ${index}`));
  const document = (blocks: readonly Block[]): PrintedDocument => ({
    ...{ title: 'Essai', language: 'fr', createdAt: '2024-11-21T10:00:00.000Z', orientation: 'landscape' },
    ...{ blocks, footer: { text: '', fingerprint: null, page: null } },
  });
  const textsOf = async (blocks: readonly Block[]): Promise<readonly string[]> =>
    (await pagesOf(await render(document(blocks)))).map(({ pieces }) =>
      pieces.map(({ text }) => text).join(''),
    );

  // one of them fills its page to the last line
  it.each([26, 27, 28, 29, 30, 31, 32, 33, 34])(
    'after %i lines begins a page and leaves none empty',
    async (count) => {
      const before = await textsOf(lines(count));
      const pages = await textsOf([...lines(count), { kind: 'page-break' }, line('Fin')]);
      expect(pages.map((text) => text.trim() !== '')).toEqual([...before.map(() => true), true]);
      expect(pages.at(-1)?.trim()).toBe('Fin');
    },
  );
});
