/** Markup that is safe to send: every value in it was escaped, or is itself markup. */
export type Html = { readonly markup: string };

type Value = string | number | Html | readonly Html[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in content and in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const written = (value: Value): string => {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
};

/** A template whose values are escaped; only markup made here goes in as it is. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, index) => `${part}${written(values[index])}`).join(''),
});

/** Our own files only: never a value of the document. */
export const trusted = (markup: string): Html => ({ markup });

/** A name as it may stand in an id. */
export const slug = (name: string): string => name.replaceAll(/[^A-Za-z0-9]+/g, '-');

/** Markup only where there is something to show. */
export const when = (condition: boolean, make: () => Html): Html | undefined =>
  condition ? make() : undefined;
