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

const flattened = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The fixed parts of a template without the indentation of our source; values keep theirs. */
const fixedParts = (parts: TemplateStringsArray): readonly string[] => {
  const known = flattened.get(parts);
  if (known !== undefined) return known;
  const flat = parts.map((part) => part.replaceAll(/\n\s+/g, '\n'));
  flattened.set(parts, flat);
  return flat;
};

/** A template whose values are escaped; only markup made here goes in as it is. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: fixedParts(parts)
    .map((part, index) => `${part}${written(values[index])}`)
    .join(''),
});

/** Our own files only: never a value of the document. */
export const trusted = (markup: string): Html => ({ markup });

/** A name as it may stand in an id. */
export const slug = (name: string): string => name.replaceAll(/[^A-Za-z0-9]+/g, '-');

/** Markup only where there is something to show. */
export const when = (condition: boolean, make: () => Html): Html | undefined =>
  condition ? make() : undefined;
