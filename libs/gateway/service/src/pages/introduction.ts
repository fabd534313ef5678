import { ROLES } from './french';
import { html, when, type Html } from './html';
import { listing, scrolling } from './schema-table';
import { typeset } from './typeset';

const purpose =
  'Benkan tient la mémoire des comités consultatifs de sécurité des communes du Mali (CCS-C) : réunions, présences, ' +
  'recommandations, formations. Chaque fait y est enregistré une fois et se corrige avec son motif, sans s’effacer ; ' +
  'les indicateurs en découlent.';

/** What Benkan is, in two sentences, and what the data is. */
export const welcome = (notice: string): Html =>
  html`<header class="banner">
    <p class="brand">Benkan <small>${typeset('bɛnkan, « accord » en bamanankan')}</small></p>
    <h1>Lire et essayer l’interface</h1>
    <p class="subtitle" lang="en">Read and try the API</p>
    <p>${typeset(purpose)}</p>
    ${when(notice !== '', () => html`<p class="notice" role="note">${typeset(notice)}</p>`)}
  </header>`;

/** Where tokens come from, over this directory. */
export type TokensFrom = 'demonstration' | 'accounts' | 'issuer';

const TOKEN: Readonly<Record<TokensFrom, string>> = {
  demonstration: `# 1. un jeton de démonstration (quinze minutes)
curl -s -X POST "$ADRESSE/v1/demo/tokens" -H 'Content-Type: application/json' \\
     -d '{"role":"supervisor"}'`,
  accounts: `# 1. se connecter : un jeton de quinze minutes, et de quoi le renouveler (POST /v1/tokens/refresh) ;
#    au premier jour, choisissez d’abord votre mot de passe (POST /v1/accounts/password)
read -rs MOT_DE_PASSE && printf '{"login":"%s","password":"%s"}' <identifiant> "$MOT_DE_PASSE" |
  curl -s -X POST "$ADRESSE/v1/tokens" -H 'Content-Type: application/json' -d @-`,
  issuer: '# 1. un jeton de votre émetteur OpenID Connect (quinze minutes au plus)',
};

const firstCalls = (from: TokensFrom): string => `${TOKEN[from]}

# 2. une lecture
curl -s "$ADRESSE/v1/committees" -H "Authorization: Bearer $JETON"

# 3. une écriture : la clé rend l’envoi répétable
curl -s -X POST "$ADRESSE/v1/meetings" -H "Authorization: Bearer $JETON" \\
     -H 'Content-Type: application/json' -H 'Idempotency-Key: <un UUID neuf>' \\
     -d '{"committeeId":"<UUID>","meetingKind":"STATUTORY","plannedOn":"2024-11-21"}'`;

const rules: readonly (readonly [string, string])[] = [
  [
    'Écrire',
    'Chaque POST qui écrit porte un en-tête Idempotency-Key (UUID). Renvoyer la même demande avec la même clé ne compte qu’une fois : en cas de coupure, renvoyez.',
  ],
  [
    'Corriger',
    'Rien n’est modifié en place. Une correction est une commande, avec un motif ; l’ancienne valeur reste lisible dans l’historique.',
  ],
  [
    'Lire ses écritures',
    'Les écritures et les listes portent Benkan-Position. Donnez-la dans Benkan-At-Least pour lire une vue qui l’inclut déjà.',
  ],
  [
    'Éviter les collisions',
    'ETag donne la révision ; renvoyée dans If-Match, une copie dépassée est refusée (412).',
  ],
  [
    'Les refus',
    'Un « non » est un application/problem+json : code stable, titre et conseil en français (Accept-Language: en pour l’anglais), numéro de corrélation.',
  ],
  ['Les listes', 'limit (50, au plus 200) et after : la page suivante est dans next, absent à la fin.'],
];

/** How to start, for somebody who has ten minutes. */
export const firstSteps = (from: TokensFrom): Html =>
  html`<section id="premiers-pas" aria-labelledby="premiers-pas-titre">
    <h2 id="premiers-pas-titre">Premiers pas <small lang="en">First steps</small></h2>
    ${listing('Trois appels pour commencer', firstCalls(from))}
    <dl class="rules">
      ${rules.map(
        ([name, said]) =>
          html`<dt>${name}</dt>
            <dd>${typeset(said)}</dd>`,
      )}
    </dl>
    <p>
      Description pour les machines : <a href="/v1/openapi.json">OpenAPI 3.1</a> (<code>x-roles</code> et
      <code>x-refusals</code> y disent les rôles et les refus, en français et en anglais).
    </p>
    ${scrolling(
      'Rôles',
      html`<table>
        <caption>
          Rôles
        </caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Qui</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(ROLES).map(
            ([role, who]) =>
              html`<tr>
                <th scope="row"><code>${role}</code></th>
                <td>${typeset(who)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}
  </section>`;
