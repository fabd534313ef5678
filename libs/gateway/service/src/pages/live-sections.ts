import { ROLES } from './french';
import { html, type Html } from './html';
import { typeset } from './typeset';

const definitions = ['15-35', '18-29', '18-35'];

/** Figures of the demonstration; filled and shown by script, absent where no demonstration token exists. */
export const figuresSection: Html = html`<section id="chiffres" aria-labelledby="chiffres-titre" hidden>
  <h2 id="chiffres-titre">Chiffres <small lang="en">Figures</small></h2>
  <form id="chiffres-periode" class="fields" novalidate>
    <div class="field">
      <label for="chiffres-du">Du</label><input id="chiffres-du" name="from" type="date" value="2024-11-01" />
    </div>
    <div class="field">
      <label for="chiffres-au">au</label><input id="chiffres-au" name="to" type="date" value="2025-01-31" />
    </div>
    <div class="field">
      <label for="chiffres-jeunes">Jeunes</label
      ><select id="chiffres-jeunes" name="youth">
        ${definitions.map((ages) => html`<option value="${ages}">${ages} ans</option>`)}
      </select>
    </div>
    <button type="submit">Lire</button>
  </form>
  <p id="chiffres-etat" role="status">Lecture des chiffres…</p>
  <div id="chiffres-tableaux"></div>
</section>`;

/** Who the page speaks as when something is tried. */
export const tokenSection: Html = html`<section id="jeton" aria-labelledby="jeton-titre" hidden>
  <h2 id="jeton-titre">Essayer en tant que <small lang="en">Act as</small></h2>
  <form id="jeton-choix" class="fields" novalidate>
    <div class="field" data-demonstration hidden>
      <label for="jeton-role">Rôle de démonstration</label
      ><select id="jeton-role" name="role">
        <option value="">aucun : jeton collé</option>
        ${Object.entries(ROLES).map(([role, who]) => html`<option value="${role}">${typeset(who)} (${role})</option>`)}
      </select>
    </div>
    <div class="field" data-demonstration hidden>
      <label for="jeton-territoire">Territoire (facultatif)</label
      ><input
        id="jeton-territoire"
        name="territory"
        type="text"
        placeholder="UUID de GET /v1/territories"
        autocomplete="off"
        spellcheck="false"
      />
    </div>
    <div class="field wide">
      <label for="jeton-texte">Jeton (Authorization: Bearer)</label
      ><input id="jeton-texte" name="token" type="text" autocomplete="off" spellcheck="false" />
    </div>
  </form>
  <p data-token-state role="status"></p>
  <p class="hint">
    Les identifiants des exemples sont fictifs : prenez-en de vrais dans une liste (GET), sinon la réponse
    sera un refus. Le jeton n’est envoyé qu’à ce serveur et n’est pas gardé.
  </p>
</section>`;
