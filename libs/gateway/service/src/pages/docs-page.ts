import { scriptOf, SCRIPTS, style } from './assets';
import { TAGS } from './french';
import { html, slug, trusted, type Html } from './html';
import { firstSteps, welcome, type TokensFrom } from './introduction';
import { figuresSection, tokenSection } from './live-sections';
import { idOf, operationSection, titleOf } from './operation';
import { typeset } from './typeset';
import { operationsOf, type Json, type Operation } from './read-document';

type Chapter = { readonly tag: string; readonly name: string; readonly operations: readonly Operation[] };

const chaptersOf = (operations: readonly Operation[]): readonly Chapter[] => {
  const tagOf = ({ tags }: Operation): string => tags[0] ?? 'autres';
  const present = new Set(operations.map(tagOf));
  const known = Object.keys(TAGS).filter((tag) => present.has(tag));
  return [...new Set([...known, ...present])].map((tag) => ({
    tag,
    name: TAGS[tag]?.[0] ?? tag,
    operations: operations.filter((operation) => tagOf(operation) === tag),
  }));
};

const contents = (chapters: readonly Chapter[]): Html =>
  html`<nav aria-label="Sommaire">
    <ul>
      <li id="sommaire-chiffres" hidden><a href="#chiffres">Chiffres</a></li>
      <li><a href="#premiers-pas">Premiers pas</a></li>
      <li id="sommaire-jeton" hidden><a href="#jeton">Essayer en tant que</a></li>
      ${chapters.map(
        ({ tag, name, operations }) =>
          html`<li>
            <a href="#tag-${slug(tag)}">${name}</a>
            <ul>
              ${operations.map((one) => html`<li><a href="#${idOf(one)}">${titleOf(one)}</a></li>`)}
            </ul>
          </li>`,
      )}
    </ul>
  </nav>`;

const chapterSection = ({ tag, name, operations }: Chapter): Html => {
  const id = `tag-${slug(tag)}`;
  return html`<section id="${id}" aria-labelledby="${id}-titre">
    <h2 id="${id}-titre">${name} <small lang="en">${tag}</small></h2>
    <p>${typeset(TAGS[tag]?.[1] ?? '')}</p>
    ${operations.map(operationSection)}
  </section>`;
};

/**
 * The documentation of an OpenAPI document as one page that needs no other file: readable without script, and to try
 * every operation with it. `notice` says on top what the data is. Throws `ZodError` when the document is not OpenAPI.
 */
export const docsPage = (
  document: Json,
  notice: string,
  tokensFrom: TokensFrom = 'demonstration',
): string => {
  const chapters = chaptersOf(operationsOf(document));
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Benkan : lire et essayer</title>
        <style>
          ${trusted(style())}
        </style>
      </head>
      <body>
        <a class="skip" href="#contenu">Aller au contenu</a>
        ${welcome(notice)}
        <div class="columns">
          ${contents(chapters)}
          <main id="contenu" tabindex="-1">
            ${figuresSection} ${firstSteps(tokensFrom)} ${tokenSection}
            <p class="unfold" id="deplier" hidden>
              <button type="button" class="quiet" data-unfold="true">Tout déplier</button>
              <button type="button" class="quiet" data-unfold="false">Tout replier</button>
            </p>
            ${chapters.map(chapterSection)}
          </main>
        </div>
        <footer>
          <p>Benkan · jours en Africa/Bamako, instants en UTC · <a href="/v1/openapi.json">OpenAPI 3.1</a></p>
        </footer>
        <script>
          ${trusted(`(() => {\n'use strict';\n${scriptOf(SCRIPTS)}\n})();`)};
        </script>
      </body>
    </html>`.markup;
};
