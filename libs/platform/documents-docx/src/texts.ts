import {
  AlignmentType,
  LevelFormat,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';

/** For the letters of the languages of Mali; Word takes another where it is not installed. */
export const FONT = 'DejaVu Sans Condensed';

/** Points of a list. */
export const BULLETS = {
  reference: 'points',
  levels: [
    {
      ...{ level: 0, format: LevelFormat.BULLET, text: '•' },
      style: { run: { font: FONT }, paragraph: { indent: { left: 400, hanging: 240 } } },
    },
  ],
};

export type Align = 'left' | 'center' | 'right';

// characters no XML may hold; Word does not open a file with one of them
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const run = (text: string, more: IRunOptions = {}): TextRun =>
  new TextRun({ ...more, text: text.replaceAll(unprintable, '') });

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

export type Look = IRunOptions & {
  readonly align?: Align;
  /** Points above and below. */
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
};

/** A paragraph of one text. */
export const line = (text: string, look: Look = {}, more: IParagraphOptions = {}): Paragraph => {
  const { align = 'left', before = 0, after = 0, keepNext = false, ...letters } = look;
  return new Paragraph({
    ...more,
    children: [run(text, letters)],
    alignment: ALIGNMENTS[align],
    spacing: { before: before * 20, after: after * 20 },
    keepNext,
  });
};
