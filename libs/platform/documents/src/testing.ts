import type { Block, DocumentRenderer, PrintedDocument } from './document';

const CODE = 'benkan:meeting:11111111-1111-5111-8111-111111111111';
const HOSTILE = [
  '<b>gras</b> & «\u00a0guillemets\u00a0»',
  'file:///etc/passwd',
  'https://example.org/image.png',
  '${title} {{title}} {"image":"/etc/passwd"}',
];

/** One block of every kind, with the letters of the languages of Mali and texts that look like markup. */
const everyBlock: readonly Block[] = [
  {
    ...{ kind: 'title', issuer: ['CCS-C de la Commune\u00a0IV'], state: ['République du Mali'] },
    ...{ title: 'Feuille de présence', subtitle: 'Réunion statutaire' },
    facts: [
      { label: 'Date', value: '21\u00a0novembre\u00a02024' },
      { label: 'Lieu', value: null },
    ],
    code: { value: CODE, caption: 'À scanner' },
  },
  { kind: 'heading', level: 1, text: 'Ouverture' },
  { kind: 'heading', level: 2, text: 'Présidence' },
  { kind: 'paragraph', text: 'Ɛ ɛ Ɔ ɔ Ɲ ɲ ŋ, œuvre, Ménaka – 18,06\u00a0%' },
  { kind: 'paragraph', text: 'L’atelier', style: 'prominent' },
  { kind: 'paragraph', text: 'Awa Traoré', style: 'name' },
  { kind: 'paragraph', text: '(à signer)', style: 'note' },
  { kind: 'paragraph', text: 'Fait à Bamako', style: 'centred' },
  { kind: 'list', items: HOSTILE },
  { kind: 'list', items: ['premier point', 'deuxième point'], ordered: true },
  { kind: 'facts', columns: 2, facts: [{ label: 'Femmes', value: '91' }] },
  {
    kind: 'table',
    columns: [
      { label: 'N°', share: 1, align: 'right' },
      { label: 'Prénom(s) & Nom', share: 4 },
    ],
    rows: [
      ['1', 'Awa Traoré'],
      ['2', ''],
    ],
    rowHeight: 9,
  },
  {
    kind: 'signatures',
    boxes: [
      { role: 'Le Président', name: 'Moussa Keïta' },
      { role: 'Le Secrétaire', name: null },
    ],
  },
  { kind: 'page-break' },
  { kind: 'code', code: { value: CODE, caption: null } },
];

/** A document of every block, for suites of renderers. */
export const everything: PrintedDocument = {
  ...{ title: 'Document d’essai', language: 'fr', createdAt: '2024-11-21T10:00:00.000Z' },
  ...{ orientation: 'portrait', blocks: everyBlock },
  footer: { text: 'CCS-C de la Commune IV', fingerprint: 'ab12', page: ['Page\u00a0', ' sur '] },
};

/** A table of so many rows, and nothing else. */
export const longTable = (count: number): PrintedDocument => ({
  ...everything,
  blocks: [
    {
      kind: 'table',
      columns: [
        { label: 'N°', share: 1 },
        { label: 'En-tête', share: 5 },
      ],
      rows: Array.from({ length: count }, (_, index) => [String(index + 1), `ligne-${index + 1}-fin`]),
    },
  ],
});

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

// layout may move or drop spaces, never letters
const letters = (text: string): string => text.replaceAll(/\s/gu, '');

const NOT_PRINTED = new Set(['kind', 'style', 'align', 'share', 'level']);
const printed = (block: Block): readonly string[] =>
  Object.entries(block)
    .filter(([field]) => !NOT_PRINTED.has(field))
    .flatMap(([field, value]) =>
      field === 'columns' && Array.isArray(value)
        ? (value as readonly { readonly label: string }[]).map(({ label }) => label)
        : textsOf(value),
    )
    .filter((text) => text !== CODE);

export type RendererUnderTest = {
  readonly renderer: DocumentRenderer;
  /** All text of a rendered document, in any order of pieces. */
  readonly read: (bytes: Uint8Array) => Promise<string>;
};

/** What every renderer of documents does. */
export const documentsContract = (name: string, open: () => RendererUnderTest): void => {
  describe(name, () => {
    const { renderer, read } = open();

    it('prints every text of every block, as it is', async () => {
      const found = letters(await read(await renderer.render(everything)));
      const texts = [...everyBlock.flatMap(printed), everything.footer.text, 'ab12'];
      expect(texts.length).toBeGreaterThan(25);
      expect(texts.filter((text) => !found.includes(letters(text)))).toEqual([]);
    });

    it('is the same bytes for the same document', async () => {
      const [one, other] = [await renderer.render(everything), await renderer.render(everything)];
      expect(Buffer.compare(one, other)).toBe(0);
    });

    it('is the same bytes beside other documents', async () => {
      const alone = await renderer.render(everything);
      const [, beside] = await Promise.all([renderer.render(longTable(80)), renderer.render(everything)]);
      expect(Buffer.compare(alone, beside)).toBe(0);
    });

    it('is other bytes on another day', async () => {
      const one = await renderer.render(everything);
      const later = await renderer.render({ ...everything, createdAt: '2024-11-22T10:00:00.000Z' });
      expect(Buffer.compare(one, later)).not.toBe(0);
    });

    it('prints every row of a long table', async () => {
      const found = letters(await read(await renderer.render(longTable(300))));
      const rows = Array.from({ length: 300 }, (_, index) => `ligne-${index + 1}-fin`);
      expect(rows.filter((row) => !found.includes(row))).toEqual([]);
    });

    it('prints a document of nothing', async () => {
      const bytes = await renderer.render({ ...everything, blocks: [] });
      expect(bytes.length).toBeGreaterThan(500);
    });

    it('refuses what nobody would print', async () => {
      await expect(renderer.render(longTable(5_001))).rejects.toMatchObject({ code: 'too-large' });
    });
  });
};
