import type { PrintedDocument } from './document';
import { DOCUMENT_LIMITS, refuseTooLarge } from './limits';
import { columnWidths, usableWidth } from './page';

const column = (share: number) => ({ label: '', share });

describe('the columns of a table', () => {
  it.each([[[1]], [[1, 2, 3]], [[0.5, 12, 400]], [Array.from({ length: 30 }, () => 7)]])(
    'fill the page and no more, whatever their shares: %j',
    (shares) => {
      const widths = columnWidths(shares.map(column), usableWidth('portrait'));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(186);
    },
  );

  it('have more room on a page on its side', () => expect(usableWidth('landscape')).toBe(273));
});

const empty: PrintedDocument = {
  ...{ title: '', language: 'fr', createdAt: '2024-11-21T10:00:00Z', orientation: 'portrait', blocks: [] },
  footer: { text: '', fingerprint: null, page: ['Page ', ' sur '] },
};

describe('a document larger than anybody would print', () => {
  const rows = (count: number) => Array.from({ length: count }, () => ['']);

  it('is refused by its rows', () => {
    const of = (count: number): PrintedDocument => ({
      ...empty,
      blocks: [{ kind: 'table', columns: [column(1)], rows: rows(count) }],
    });
    expect(() => refuseTooLarge(of(5_000), DOCUMENT_LIMITS)).not.toThrow();
    expect(() => refuseTooLarge(of(5_001), DOCUMENT_LIMITS)).toThrow('too-large');
  });

  it('is refused by its text', () => {
    const document: PrintedDocument = {
      ...empty,
      blocks: [{ kind: 'paragraph', text: 'x'.repeat(2_000_001) }],
    };
    expect(() => refuseTooLarge(document, DOCUMENT_LIMITS)).toThrow('too-large');
  });
});
