import { dirname, join, sep } from 'node:path';

const FOLDER = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const file = (name: string): string => join(FOLDER, `DejaVuSans${name}.ttf`);

/** DejaVu Sans Condensed has ɛ ɔ ɲ ŋ, and every space and dash of French. */
export const fonts = () => ({
  Sans: {
    normal: file('Condensed'),
    bold: file('Condensed-Bold'),
    italics: file('Condensed-Oblique'),
    bolditalics: file('Condensed-BoldOblique'),
  },
});

/** Whether a file is one of the fonts of the package: no other is ever opened. */
export const isFont = (path: string): boolean => path.startsWith(FOLDER + sep) && !path.includes('..');
