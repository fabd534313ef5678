import { pdfDocuments } from '@benkan/documents-pdfmake';
import { pagesOf, type ReadPage } from '@benkan/documents-pdfmake/contract';
import type { PrintedDocument } from '@benkan/documents';
import { attendanceSheetOf } from './attendance-sheet';
import { certificateOf, certificatesOf } from './certificate';
import {
  CREATED,
  certificateExample,
  certificatesExample,
  minutesExample,
  reportExample,
  sheetOf,
} from './documents.examples';
import { minutesOf } from './minutes';
import { trainingReportOf } from './training-report';
import { trainingThemeWords } from './words';

const { render } = pdfDocuments();
const read = async (document: PrintedDocument): Promise<readonly ReadPage[]> =>
  pagesOf(await render(document));

// layout breaks lines and places accents; it may not change a letter
const letters = (text: string): string => text.replaceAll(/\s/gu, '');
const textOf = (pages: readonly ReadPage[]): string =>
  letters(pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''));
const missing = (pages: readonly ReadPage[], texts: readonly string[]): readonly string[] => {
  const found = textOf(pages);
  return texts.filter((text) => !found.includes(letters(text)));
};

/** Twelve millimetres. */
const MARGIN = (12 * 72) / 25.4;
const clipped = (pages: readonly ReadPage[]): readonly unknown[] =>
  pages.flatMap(({ width, pieces, uprights }) => [
    ...pieces.filter(({ left }) => left < MARGIN - 2 || left > width - MARGIN),
    ...uprights.filter((left) => left > width - MARGIN + 1.5),
  ]);

const HEADS = ['N°', 'Code', 'Prénom(s) & Nom', 'Structure / Quartier', 'Fonction', 'Sexe', 'Émargement'];

describe('the list of presence', () => {
  it.each([
    [22, 2],
    [300, 17],
  ])(
    'of %i lines has them all, its head on each page of a table, no column beyond the margin',
    async (count, most) => {
      const sheet = sheetOf(count);
      const pages = await read(attendanceSheetOf(sheet, CREATED));
      expect(pages.length).toBeLessThanOrEqual(most);
      expect(
        missing(
          pages,
          sheet.members.map(({ code }) => code ?? ''),
        ),
      ).toEqual([]);
      expect(
        missing(pages, ['LISTE DE PRÉSENCE', 'Fatoumata Binta Haïdara', 'Le secrétaire de séance']),
      ).toEqual([]);
      expect(missing(pages, [String(count + 10)])).toEqual([]);
      const withRows = pages.filter((page) => missing([page], ['Sexe']).length === 0);
      expect(pages.length - withRows.length).toBeLessThanOrEqual(1);
      expect(withRows.flatMap((page) => missing([page], HEADS))).toEqual([]);
      expect(clipped(pages)).toEqual([]);
    },
    120_000,
  );

  it('names nobody where the committee goes by codes', async () => {
    const sheet = sheetOf(22, 'PSEUDONYMOUS');
    const pages = await read(attendanceSheetOf(sheet, CREATED));
    expect(missing(pages, ['BKOIV-001', 'BKOIV-022', 'Présence (cocher)'])).toEqual([]);
    expect(missing(pages, ['Prénom(s) & Nom', 'Chef de quartier', 'Émargement', '60 ans'])).toHaveLength(4);
  });

  it('counts where nobody may be listed, on one page', async () => {
    const pages = await read(attendanceSheetOf(sheetOf(0, 'TALLY'), CREATED));
    expect(pages).toHaveLength(1);
    expect(missing(pages, ['FICHE DE COMPTAGE', 'moins de 15 ans', '60 ans et plus', 'Jeunes'])).toEqual([]);
    expect(missing(pages, ['Émargement', 'Code'])).toEqual(['Émargement']);
  });
});

describe('the minutes', () => {
  const headings = [
    ...['Présidence et secrétariat de séance', 'Présents, excusés, absents', 'Ordre du jour'],
    ...['Suivi des recommandations précédentes', 'Situation sécuritaire', 'Échanges par point'],
    ...['Recommandations', 'Divers', 'Prochaine réunion', 'Signatures'],
  ].map((heading, index) => `${index + 1}. ${heading}`);

  it('have a head and ten sections, in French as it is printed', async () => {
    const pages = await read(minutesOf(minutesExample, CREATED));
    expect(missing(pages, ['PROCÈS-VERBAL', 'Adopté le 19 décembre 2024', ...headings])).toEqual([]);
    expect(missing(pages, ['l’éclairage', '« le soir, nous rentrons par l’autre route »'])).toEqual([]);
    expect(missing(pages, ['22 (6 F, 8 J, 5 FSI)', 'Empreinte 9f2c41d07a5be83e', 'Page 1 / 2'])).toEqual([]);
    expect(textOf(pages)).not.toMatch(/['"]|null|undefined/);
    expect(clipped(pages)).toEqual([]);
  });

  it('say so where a section has nothing, and where nothing was adopted', async () => {
    const empty = { followUp: [], situation: [], exchanges: [], recommendations: [], other: [] };
    const draft = { ...minutesExample, ...empty, status: 'DRAFT' as const, adoptedOn: null };
    const pages = await read(minutesOf(draft, CREATED));
    expect(missing(pages, ['Projet, non adopté', ...headings])).toEqual([]);
    expect(textOf(pages).match(/Néant\./g)).toHaveLength(5);
  });
});

describe('the certificate', () => {
  it('is one page with what it attests, and the number it is verified by', async () => {
    const pages = await read(certificateOf(certificateExample, CREATED));
    expect(pages).toHaveLength(1);
    const texts = ['ATTESTATION DE PARTICIPATION', 'Fatoumata Binta Coulibaly', 'du 2 au 4 décembre 2024'];
    const code = '4TQ8-ZK2M-9W7C-0007';
    expect(missing(pages, [...texts, '3 jours sur 3', `N° ${code}`, `À vérifier : ${code}`])).toEqual([]);
    expect(missing(pages, ['Page 1', 'RETIRÉE'])).toHaveLength(2);
  });

  it('says that it was withdrawn, and whose it was no more than the vault does', async () => {
    const gone = { ...certificateExample, firstNames: null, lastName: null, status: 'WITHDRAWN' as const };
    const pages = await read(certificateOf(gone, CREATED));
    expect(missing(pages, ['RETIRÉE, SANS VALEUR', 'Nom retiré'])).toEqual([]);
    expect(textOf(pages)).not.toMatch(/null|undefined/);
  });

  it('is named by its themes where the training has no title', async () => {
    const pages = await read(certificateOf({ ...certificateExample, title: null }, CREATED));
    expect(missing(pages, ['« Police de proximité, gouvernance participative et'])).toEqual([]);
    expect(missing(pages, ['Thèmes'])).toEqual(['Thèmes']);
  });

  it('stays one page with the longest title, every theme and two long names', async () => {
    const long = {
      title: `${'Renforcement des capacités des membres '.repeat(8).slice(0, 299)}.`,
      themes: Object.keys(trainingThemeWords) as (typeof certificateExample)['themes'],
      ...{ firstNames: 'Fatoumata Binta Aïssata Mariam Oumou', lastName: 'Coulibaly dite Tantie Diarra' },
    };
    expect(await read(certificateOf({ ...certificateExample, ...long }, CREATED))).toHaveLength(1);
    const two = { ...certificatesExample(2), title: long.title };
    const named = two.certificates.map((one) => ({
      ...one,
      firstNames: long.firstNames,
      lastName: long.lastName,
    }));
    expect(await read(certificatesOf({ ...two, certificates: named }, CREATED))).toHaveLength(2);
  });

  it('of everybody is one document, a page each, without those withdrawn', async () => {
    const pages = await read(certificatesOf(certificatesExample(5), CREATED));
    expect(pages).toHaveLength(4);
    const perPage = pages.map((page) => textOf([page]).match(/ATTESTATIONDEPARTICIPATION/g)?.length);
    expect(perPage).toEqual([1, 1, 1, 1]);
    expect(missing(pages, ['4TQ8-ZK2M-9W7C-0004', '4TQ8-ZK2M-9W7C-0002'])).toEqual(['4TQ8-ZK2M-9W7C-0002']);
  });

  it('of nobody is a page that says so', async () => {
    const pages = await read(certificatesOf(certificatesExample(0), CREATED));
    expect(missing(pages, ['Aucune attestation en vigueur.'])).toEqual([]);
  });
});

describe('the report of a training', () => {
  it('numbers the sections it has, with shares beside their terms', async () => {
    const pages = await read(trainingReportOf(reportExample, CREATED));
    const texts = ['1. Contexte et justification', '11. Annexe : liste des participants', 'bɛnkan'];
    const figures = ['504 (91 F, 165 J, 94 FSI)', '18,06 %', '32,74 %', '9,25 / 20', '91,03 %', '88,75 %'];
    expect(missing(pages, [...texts, ...figures, 'Non communiqué', 'Empreinte ab12ab12'])).toEqual([]);
    expect(missing(pages, ['- Connaître', 'Médias', 'moins de 15 ans'])).toHaveLength(3);
    expect(textOf(pages)).not.toMatch(/['"]|null|undefined/);
    expect(clipped(pages)).toEqual([]);
  });

  it('names nobody to whom names are closed, and leaves no gap in the numbers', async () => {
    const { tests } = reportExample;
    const closed = { ...reportExample, people: [], namesShown: false };
    const pages = await read(
      trainingReportOf({ ...closed, tests: { ...tests, meanBefore: null, meanAfter: null } }, CREATED),
    );
    expect(missing(pages, ['7. Satisfaction', '9. Recommandations', 'Annexe'])).toEqual(['Annexe']);
  });
});
