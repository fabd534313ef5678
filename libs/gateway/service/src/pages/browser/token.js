import { all, byId, make } from './elements.js';

const MARGIN_MS = 30_000;
const held = new Map();

/** What a "no" says, for a person. */
export const saidBy = async (response) => {
  const problem = await response.json().catch(() => ({}));
  return [problem.title ?? `Réponse ${response.status}`, problem.detail].filter(Boolean).join('. ');
};

/** A token of a demonstration role, kept until shortly before it expires: `{ status, token?, said? }`. */
export const demonstrationToken = async (role, territory) => {
  const key = `${role} ${territory}`;
  const known = held.get(key);
  if (known !== undefined && known.until > Date.now()) return { status: 201, token: known.token };
  const response = await fetch('/v1/demo/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(territory === '' ? { role } : { role, territory }),
  });
  if (!response.ok) return { status: response.status, said: await saidBy(response) };
  const { token, expiresAt } = await response.json();
  held.set(key, { token, until: Date.parse(expiresAt) - MARGIN_MS });
  return { status: response.status, token };
};

const chosen = () => ({
  role: byId('jeton-role').value,
  territory: byId('jeton-territoire').value.trim(),
  pasted: byId('jeton-texte').value.trim(),
});

/** The token to send with: the chosen role's, else the pasted one, else none. */
export const tokenToSend = () => {
  const { role, territory, pasted } = chosen();
  if (role !== '') return demonstrationToken(role, territory);
  return Promise.resolve(pasted === '' ? { status: 200 } : { status: 200, token: pasted });
};

const stateOf = ({ role, pasted }) => {
  if (role !== '') return ['Vous envoyez en tant que ', make('code', {}, role), '. '];
  return [pasted === '' ? 'Vous envoyez sans jeton. ' : 'Vous envoyez avec le jeton collé. '];
};

const showState = () => {
  const { role } = chosen();
  byId('jeton-texte').closest('.field').hidden = role !== '';
  for (const place of all('[data-token-state]')) {
    const inForm = place.closest('form.try') !== null;
    place.replaceChildren(
      ...stateOf(chosen()),
      ...(inForm ? [make('a', { href: '#jeton' }, 'Changer')] : []),
    );
  }
};

/** Shows who the page speaks as, and keeps it true; the roles only where they can be had. */
export const startTokens = (demonstration) => {
  byId('jeton').hidden = false;
  byId('sommaire-jeton').hidden = false;
  for (const field of all('[data-demonstration]')) field.hidden = !demonstration;
  if (demonstration) byId('jeton-role').value = 'supervisor';
  byId('jeton-choix').addEventListener('input', showState);
  byId('jeton-choix').addEventListener('submit', (event) => event.preventDefault());
  showState();
};
