import { html, when, type Html } from './html';
import type { Json } from './read-document';
import { rowsOf, typeOf, variantsOf, type SchemaRow } from './schema-rows';

const codes = (values: readonly string[]): Html =>
  html`<span class="codes">${values.map((value) => html`<code>${value}</code> `)}</span>`;

/** A table that scrolls by itself, with the keyboard too, where the screen is narrow. */
export const scrolling = (label: string, table: Html): Html =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${table}</div>`;

const rowOf = ({ field, type, required, values, rules }: SchemaRow): Html =>
  html`<tr>
    <th scope="row"><code>${field}</code></th>
    <td>${type}</td>
    <td>${required ? 'obligatoire' : 'facultatif'}</td>
    <td>${codes(values)}${rules.join(' ; ')}</td>
  </tr>`;

const tableOf = (rows: readonly SchemaRow[], caption: string): Html =>
  scrolling(
    caption,
    html`<table class="stack">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">Champ</th>
          <th scope="col">Type</th>
          <th scope="col">Présence</th>
          <th scope="col">Valeurs et règles</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(rowOf)}
      </tbody>
    </table>`,
  );

/** The fields of a schema as a table; one table for each way it may be met. */
export const schemaTable = (schema: Json, caption: string): Html => {
  const variants = variantsOf(schema);
  return html`${variants.map((variant, index) => {
    const rows = rowsOf(variant);
    const title = variants.length === 1 ? caption : `${caption}, forme ${index + 1} sur ${variants.length}`;
    if (rows.length > 0) return tableOf(rows, title);
    return html`<p>${caption} : ${typeOf(variant)}.</p>`;
  })}`;
};

/** Lines of code as they are to be copied. */
export const listing = (label: string, text: string): Html | undefined =>
  when(text !== '', () => html`<pre tabindex="0" aria-label="${label}"><code>${text}</code></pre>`);

export { codes };
