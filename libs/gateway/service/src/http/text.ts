export type Language = 'fr' | 'en';
export type Text = { readonly title: string; readonly detail: string };
export type Texts = Readonly<Record<string, Readonly<Record<Language, Text>>>>;

/** [titre, que faire, title, what to do] */
export type Row = readonly [string, string, string, string];

export const bilingual = (rows: Readonly<Record<string, Row>>): Texts =>
  Object.fromEntries(
    Object.entries(rows).map(([code, [titre, quoi, title, what]]) => [
      code,
      { fr: { title: titre, detail: quoi }, en: { title, detail: what } },
    ]),
  );
