import { HEADERS } from './french';
import { html, slug, type Html } from './html';
import type { Content, Json, Operation, Parameter } from './read-document';
import { sampleOf } from './sample';
import { typeset } from './typeset';
import { valuesOf } from './schema-rows';

// a window with something in it over demonstration data
const PREFILLED: Readonly<Record<string, string>> = { from: '2024-11-01', to: '2025-01-31' };

const option = (value: string, chosen: boolean): Html =>
  chosen ? html`<option selected>${value}</option>` : html`<option>${value}</option>`;

const choice = (id: string, name: string, values: readonly string[], chosen: string): Html =>
  html`<select id="${id}" name="${name}">
    <option value="">—</option>
    ${values.map((value) => option(value, value === chosen))}
  </select>`;

const line = (id: string, name: string, schema: Json, value: string): Html => {
  const { type, format } = schema;
  const kind = format === 'date' ? 'date' : type === 'integer' ? 'number' : 'text';
  const hint = format === 'uuid' ? 'UUID' : '';
  return html`<input
    id="${id}"
    name="${name}"
    type="${kind}"
    value="${value}"
    placeholder="${hint}"
    autocomplete="off"
    spellcheck="false"
  />`;
};

const newKeyButton = html`<button type="button" class="quiet" data-new-key>Nouvelle clé</button>`;

const valuesFor = (schema: Json): readonly string[] =>
  schema['type'] === 'boolean' ? ['true', 'false'] : valuesOf(schema);

const around = (name: string, place: Parameter['in']): Html | undefined => {
  const hint = place === 'header' ? HEADERS[name] : undefined;
  return html`${name === 'Idempotency-Key' ? newKeyButton : undefined}
  ${hint === undefined ? undefined : html`<small class="hint">${typeset(hint)}</small>`}`;
};

const field = ({ name, in: place, required, schema }: Parameter, form: string): Html => {
  const id = `${form}-${place}-${slug(name)}`;
  const key = `${place}:${name}`;
  const values = valuesFor(schema);
  const start = required ? (PREFILLED[name] ?? values[0] ?? '') : '';
  return html`<div class="field">
    <label for="${id}"><code>${name}</code>${required ? ' (obligatoire)' : ''}</label>
    ${values.length > 0 ? choice(id, key, values, start) : line(id, key, schema, start)}
    ${around(name, place)}
  </div>`;
};

const bodyField = (content: Content, form: string): Html => {
  const id = `${form}-body`;
  const json = content['application/json'];
  if (json === undefined)
    return html`<div class="field">
      <label for="${id}">Fichier .xlsx ou .csv</label><input id="${id}" name="file" type="file" />
    </div>`;
  const text = JSON.stringify(json.example ?? sampleOf(json.schema), null, 2);
  return html`<div class="field wide">
    <label for="${id}">Corps JSON</label
    ><textarea id="${id}" name="body" rows="${Math.min(16, text.split('\n').length + 1)}" spellcheck="false">
${text}</textarea>
  </div>`;
};

/** A form to send an operation from the page; shown by script only. Fields are named `place:name`. */
export const tryForm = ({ method, path, parameters, requestBody }: Operation, form: string): Html =>
  html`<form class="try" data-method="${method}" data-path="${path}" hidden novalidate>
    <p class="label">Essayer <small lang="en">Try it</small></p>
    <p class="token-state" data-token-state></p>
    <div class="fields">
      ${parameters.map((parameter) => field(parameter, form))}
      ${requestBody === undefined ? undefined : bodyField(requestBody.content, form)}
    </div>
    <button type="submit">Envoyer</button>
    <p class="status" data-status role="status"></p>
    <div class="answer" data-answer></div>
  </form>`;
