import { all, make } from './elements.js';
import { newKey, requestOf } from './reading.js';
import { tokenToSend } from './token.js';

const SHOWN = ['ETag', 'Benkan-Position', 'Location', 'Retry-After', 'Content-Type'];
const KEY = 'header:Idempotency-Key';

const keyOf = (form) => form.elements.namedItem(KEY);
const renewKey = (form) => {
  const key = keyOf(form);
  if (key !== null) key.value = newKey();
  delete form.dataset.sent;
};

const textEntries = (form) => [...new FormData(form)].filter(([, value]) => typeof value === 'string');

const contentOf = (form) => {
  const file = form.elements.namedItem('file');
  const body = form.elements.namedItem('body');
  if (body !== null) return { headers: { 'Content-Type': 'application/json' }, body: body.value };
  if (file === null || file.files.length === 0) return { headers: {} };
  const content = new FormData();
  content.append('file', file.files[0]);
  return { headers: {}, body: content };
};

const isText = (type) => /json|^text\//.test(type);

const fileLink = async (response) => {
  const name =
    /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'fichier';
  const bytes = await response.blob();
  return make('a', { href: URL.createObjectURL(bytes), download: name }, `${name} (${bytes.size} octets)`);
};

const textBlock = async (response) => {
  const text = await response.text();
  if (text === '') return make('p', {}, 'Sans corps.');
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // not JSON: shown as it came
  }
  return make('pre', { tabindex: '0', 'aria-label': 'Corps de la réponse' }, make('code', {}, shown));
};

const headerList = (response) => {
  const present = SHOWN.filter((name) => response.headers.has(name));
  const lines = present.flatMap((name) => [
    make('dt', {}, make('code', {}, name)),
    make('dd', {}, make('code', {}, response.headers.get(name))),
  ]);
  return make('dl', { class: 'headers' }, ...lines);
};

const show = async (form, response, milliseconds) => {
  const type = response.headers.get('Content-Type') ?? '';
  const body = isText(type) || type === '' ? await textBlock(response) : await fileLink(response);
  const status = form.querySelector('[data-status]');
  status.textContent = `${response.status} ${response.statusText} · ${milliseconds} ms`;
  status.className = response.ok || response.status === 304 ? 'status good' : 'status bad';
  form.querySelector('[data-answer]').replaceChildren(headerList(response), body);
};

const explain = (form, said) => {
  const status = form.querySelector('[data-status]');
  status.textContent = said;
  status.className = 'status bad';
  form.querySelector('[data-answer]').replaceChildren();
};

const send = async (form) => {
  const { url, headers, missing } = requestOf(form.dataset.path, textEntries(form));
  if (missing.length > 0) return explain(form, `Donnez d’abord ${missing.join(', ')}.`);
  const { token, said } = await tokenToSend();
  if (said !== undefined) return explain(form, said);
  const content = contentOf(form);
  const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const started = performance.now();
  const response = await fetch(url, {
    ...content,
    method: form.dataset.method,
    headers: { ...headers, ...content.headers, ...authorization },
    cache: 'no-store',
  });
  form.dataset.sent = 'true';
  return show(form, response, Math.round(performance.now() - started));
};

const submitted = async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const button = form.querySelector('[type="submit"]');
  button.disabled = true;
  await send(form).catch(() => explain(form, 'Le serveur ne répond pas.'));
  button.disabled = false;
};

// another request needs another key; the same one sent again must keep its own
const edited = ({ target, currentTarget: form }) => {
  if (form.dataset.sent !== undefined && target.name !== KEY) renewKey(form);
};

/** Shows the forms and makes them send. */
export const startTryOut = () => {
  for (const form of all('form.try')) {
    form.hidden = false;
    renewKey(form);
    form.addEventListener('submit', submitted);
    form.addEventListener('input', edited);
    form.querySelector('[data-new-key]')?.addEventListener('click', () => renewKey(form));
  }
};
