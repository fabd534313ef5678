import { byId, make, table } from './elements.js';
import {
  COMMUNE_COLUMNS,
  communeRows,
  isEmpty,
  nationalRows,
  number,
  percent,
  sentenceOf,
} from './reading.js';
import { demonstrationToken, saidBy } from './token.js';

const nationalLine = ({ name, count, outOf, share, more }) => [
  make('span', {}, name, make('small', {}, more)),
  number(count),
  number(outOf),
  share === null && outOf === null ? '' : percent(share),
];

const inOneCell = (cell) => {
  if (cell === null || cell.count === null) return '';
  if (cell.outOf === null) return number(cell.count);
  const terms = `${number(cell.count)}\u00a0/\u00a0${number(cell.outOf)}`;
  return make('span', {}, terms, ' ', make('small', {}, percent(cell.share)));
};

const communeLine = ({ name, cells }) => [name, ...cells.map(inOneCell)];

const show = ({ items, window: period, asOf }) => {
  const state = byId('chiffres-etat');
  const tables = byId('chiffres-tableaux');
  if (isEmpty(items)) {
    state.textContent = `Aucune activité enregistrée du ${period.from} au ${period.to}.`;
    return tables.replaceChildren();
  }
  state.replaceChildren(make('strong', {}, sentenceOf(items)), ` Vrai à la position ${asOf.position}.`);
  const communes = communeRows(items);
  tables.replaceChildren(
    table('Ensemble du pays', ['Indicateur', 'Nombre', 'Sur', 'Part'], nationalRows(items).map(nationalLine)),
    ...(communes.length === 0
      ? []
      : [table('Par commune', ['Commune', ...COMMUNE_COLUMNS], communes.map(communeLine))]),
    make(
      'p',
      { class: 'hint' },
      'Une personne compte une fois par territoire : la somme des communes peut dépasser le total du pays. ' +
        'Femmes, jeunes et FSI se recoupent.',
    ),
  );
};

const failed = (said) => {
  const again = make('button', { type: 'button', class: 'quiet' }, 'Réessayer');
  again.addEventListener('click', () => void readFigures());
  byId('chiffres-etat').replaceChildren(`Les chiffres ne peuvent être lus. ${said} `, again);
  byId('chiffres-tableaux').replaceChildren();
};

const asked = () => new URLSearchParams(new FormData(byId('chiffres-periode'))).toString();

const answered = async () => {
  const { token, said } = await demonstrationToken('supervisor', '');
  if (token === undefined) return failed(said);
  const response = await fetch(`/v1/indicators?${asked()}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) return failed(await saidBy(response));
  return show(await response.json());
};

const readFigures = async () => {
  byId('chiffres-etat').textContent = 'Lecture des chiffres…';
  const tables = byId('chiffres-tableaux');
  tables.setAttribute('aria-busy', 'true');
  await answered().catch(() => failed('Le serveur ne répond pas.'));
  tables.removeAttribute('aria-busy');
};

/** Shows the figures and reads them again for another window. */
export const startFigures = () => {
  byId('chiffres').hidden = false;
  byId('sommaire-chiffres').hidden = false;
  byId('chiffres-periode').addEventListener('submit', (event) => {
    event.preventDefault();
    void readFigures();
  });
  void readFigures();
};
