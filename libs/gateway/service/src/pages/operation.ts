import { HEADERS, PLACES, STATUSES, TITLES } from './french';
import { html, slug, when, type Html } from './html';
import type { Content, Operation, Parameter } from './read-document';
import { rulesOf, typeOf, valuesOf } from './schema-rows';
import { codes, listing, schemaTable, scrolling } from './schema-table';
import { tryForm } from './try-form';
import { typeset } from './typeset';

export const idOf = ({ operationId }: Operation): string => `op-${slug(operationId)}`;
export const titleOf = ({ operationId, summary }: Operation): string =>
  typeset(TITLES[operationId] ?? summary);

const parameterRow = ({ name, in: place, required, schema, description }: Parameter): Html => {
  const said = place === 'header' ? [typeset(HEADERS[name] ?? description ?? '')] : rulesOf(schema);
  return html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${PLACES[place]}</td>
    <td>${typeOf(schema)}</td>
    <td>${required ? 'obligatoire' : 'facultatif'}</td>
    <td>${codes(valuesOf(schema))}${said.join(' ; ')}</td>
  </tr>`;
};

const parametersTable = (parameters: readonly Parameter[]): Html | undefined =>
  when(parameters.length > 0, () =>
    scrolling(
      'Paramètres',
      html`<table class="stack">
        <caption>
          Paramètres
        </caption>
        <thead>
          <tr>
            <th scope="col">Nom</th>
            <th scope="col">Place</th>
            <th scope="col">Type</th>
            <th scope="col">Présence</th>
            <th scope="col">Valeurs et règles</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map(parameterRow)}
        </tbody>
      </table>`,
    ),
  );

const bodyOf = (content: Content): Html => {
  const json = content['application/json'];
  if (json === undefined) return html`<p>Corps : un fichier (${codes(Object.keys(content))}).</p>`;
  return html`${schemaTable(json.schema, 'Corps de la demande')}
  ${when(
    json.example !== undefined,
    () =>
      html`<p class="label">Exemple <small lang="en">Example</small></p>
        ${listing('Exemple de corps', JSON.stringify(json.example, null, 2))}`,
  )}`;
};

const statusRow = ([status, { description }]: readonly [string, { readonly description: string }]): Html =>
  html`<tr>
    <th scope="row"><code>${status}</code></th>
    <td>${typeset(STATUSES[status] ?? description)}</td>
  </tr>`;

const answers = ({ responses }: Operation): Html => html`
  ${scrolling(
    'Réponses',
    html`<table>
      <caption>
        Réponses
      </caption>
      <thead>
        <tr>
          <th scope="col">Statut</th>
          <th scope="col">Sens</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(responses).map(statusRow)}
      </tbody>
    </table>`,
  )}
`;

const refusals = (operation: Operation): Html | undefined =>
  when(
    operation['x-refusals'].length > 0,
    () =>
      html`<p class="label">Refus du domaine (409) <small lang="en">Refusals</small></p>
        <dl class="refusals">
          ${operation['x-refusals'].map(
            ({ code, fr }) =>
              html`<dt><code>${code}</code></dt>
                <dd>${typeset(`${fr.title}. ${fr.detail}`)}</dd>`,
          )}
        </dl>`,
  );

const answerBody = ({ responses }: Operation): Html | undefined => {
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const json = response?.content['application/json'];
  return json === undefined ? undefined : schemaTable(json.schema, `Corps de la réponse ${status ?? ''}`);
};

const roles = (operation: Operation): Html | undefined =>
  when(operation['x-roles'].length > 0, () => html`<p>Rôles : ${codes(operation['x-roles'])}</p>`);

/** One operation: closed it says what it does, open it says everything and lets it be tried. */
export const operationSection = (operation: Operation): Html => {
  const { method, path, operationId, summary, parameters, requestBody } = operation;
  const id = idOf(operation);
  return html`<details class="operation" id="${id}">
    <summary>
      <h3>
        <span class="route"
          ><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></span
        >
        <span class="title">${titleOf(operation)}</span>
      </h3>
    </summary>
    <div class="body">
      <p class="subtitle">
        ${when(operationId in TITLES, () => html`<span lang="en">${summary}</span> · `)}<code
          >${operationId}</code
        >
      </p>
      ${roles(operation)} ${parametersTable(parameters)}
      ${requestBody === undefined ? undefined : bodyOf(requestBody.content)} ${answers(operation)}
      ${refusals(operation)} ${answerBody(operation)} ${tryForm(operation, id)}
    </div>
  </details>`;
};
