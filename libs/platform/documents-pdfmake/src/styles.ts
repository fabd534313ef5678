import type { StyleDictionary } from 'pdfmake/interfaces';

const everywhere: StyleDictionary = {
  heading1: { fontSize: 12, bold: true, margin: [0, 10, 0, 4] },
  heading2: { fontSize: 10, bold: true, margin: [0, 6, 0, 2] },
  name: { bold: true, alignment: 'center', fontSize: 24, margin: [0, 6, 0, 12] },
  caption: { fontSize: 6.5, color: '#444444' },
  tableHead: { bold: true, fillColor: '#e8e8e8', alignment: 'center' },
  small: { fontSize: 8, lineHeight: 1 },
  normal: { fontSize: 9, lineHeight: 1.05 },
};

/** For what is worked with: one family, two weights, grey only where a photocopy keeps it. */
const forDesks: StyleDictionary = {
  ...everywhere,
  issuer: { fontSize: 9 },
  title: { fontSize: 15, bold: true, alignment: 'center', margin: [0, 8, 0, 0] },
  subtitle: { fontSize: 10.5, alignment: 'center', margin: [0, 2, 0, 4] },
  plain: { margin: [0, 0, 0, 5] },
  note: { fontSize: 8, italics: true, color: '#444444', margin: [0, 2, 0, 4] },
  centred: { alignment: 'center', margin: [0, 2, 0, 6] },
  prominent: { bold: true, alignment: 'center', fontSize: 11, margin: [0, 4, 0, 8] },
};

/** For what is hung on a wall. */
const forWalls: StyleDictionary = {
  ...everywhere,
  issuer: { fontSize: 11 },
  title: { fontSize: 22, bold: true, alignment: 'center', characterSpacing: 1.5, margin: [0, 10, 0, 2] },
  subtitle: { fontSize: 12, alignment: 'center', margin: [0, 2, 0, 8] },
  plain: { alignment: 'center', fontSize: 12, margin: [0, 0, 0, 8] },
  note: { fontSize: 8, italics: true, color: '#444444', alignment: 'center', margin: [0, 2, 0, 4] },
  centred: { alignment: 'center', fontSize: 11, margin: [0, 2, 0, 6] },
  prominent: { bold: true, alignment: 'center', fontSize: 15, margin: [0, 4, 0, 8] },
};

/** How a page reads. */
export const stylesOf = (framed: boolean): StyleDictionary => (framed ? forWalls : forDesks);
