const whole = new Intl.NumberFormat('fr-FR');
const parts = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

/** A number as it is written in French; nothing for what there is none of. */
export const number = (value) => (value === null || value === undefined ? '' : whole.format(value));
/** A share; a dash where nothing can be divided. */
export const percent = (value) => (value === null || value === undefined ? '–' : parts.format(value));

const nothing = { count: null, outOf: null, share: null, more: '' };
const unanswered = ({ notReported }) =>
  notReported > 0 ? `non renseignés\u00a0: ${number(notReported)}, gardés au dénominateur` : '';

const counted = (item, more = '') => ({ ...nothing, count: item.numerator, more });
const shared = (item, more = unanswered(item)) => ({
  count: item.numerator,
  outOf: item.denominator,
  share: item.value,
  more,
});

const trained = (item) => {
  const { completed = 0, participations = 0 } = item.details;
  return counted(
    item,
    `présence complète\u00a0: ${number(completed)}\u202f; jours de présence\u00a0: ${number(participations)}`,
  );
};
const followed = (item) => {
  const { partial = 0, claimed = 0 } = item.details;
  return shared(
    item,
    `sur celles échues\u202f; déclarées\u00a0: ${number(claimed)}\u202f; en cours\u00a0: ${number(partial)}`,
  );
};
const gained = (item) => ({
  ...nothing,
  share: item.value,
  more: `de la note maximale\u202f; tests appariés\u00a0: ${number(item.denominator)}`,
});
const met = (item) => ({ ...nothing, count: item.details.statutoryMeetings ?? null });

/** Lines of the tables: the indicator read, what it is called, how it is read, whether communes show it too. */
const LINES = [
  { code: 'IND-03', name: 'Personnes formées', short: 'Formés', read: trained },
  { code: 'IND-04', name: 'dont femmes', short: 'Femmes', read: shared },
  { code: 'IND-05', name: 'dont jeunes', short: 'Jeunes', read: shared },
  { code: 'IND-06', name: 'dont forces de sécurité intérieure (FSI)', short: 'FSI', read: shared },
  { code: 'IND-01', name: 'Réunions statutaires tenues', short: 'Réunions', read: met },
  { code: 'IND-01', name: 'Mois avec une réunion statutaire', short: 'Mois tenus', read: shared },
  { code: 'IND-02', name: 'Comités qui se sont réunis', read: shared },
  { code: 'IND-12', name: 'Recommandations émises', short: 'Recomm.', read: counted },
  {
    code: 'IND-14',
    name: 'Recommandations mises en œuvre, vérifiées',
    short: 'Mises en œuvre',
    read: followed,
  },
  { code: 'IND-20', name: 'Gain de connaissances moyen', read: gained },
];

const named = ({ name, code }, item) =>
  code === 'IND-05' && item.youthDefinition !== null ? `${name} (${item.youthDefinition} ans)` : name;

/** The lines of the country: `{ name, count, outOf, share, more }`. */
export const nationalRows = (items) => {
  const national = items.filter(({ territory }) => territory.level === 'COUNTRY');
  return LINES.flatMap((line) => {
    const item = national.find(({ code }) => code === line.code);
    return item === undefined ? [] : [{ name: named(line, item), ...line.read(item) }];
  });
};

const communeLines = LINES.filter(({ short }) => short !== undefined);

export const COMMUNE_COLUMNS = communeLines.map(({ short }) => short);

/** The lines of the communes: `{ name, cells: [{ count, outOf, share } or null] }`, in the order of the columns. */
export const communeRows = (items) => {
  const communes = new Map();
  for (const item of items)
    if (item.territory.level === 'COMMUNE') {
      const { id, name } = item.territory;
      const known = communes.get(id) ?? { name, found: new Map() };
      known.found.set(item.code, item);
      communes.set(id, known);
    }
  return [...communes.values()].map(({ name, found }) => ({
    name,
    cells: communeLines.map(({ code, read }) => (found.has(code) ? read(found.get(code)) : null)),
  }));
};

/** The partners' way of saying it: `504 personnes formées (91 F et 165 J), dont 94 FSI`. */
export const sentenceOf = (items) => {
  const item = items.find(({ code, territory }) => code === 'IND-03' && territory.level === 'COUNTRY');
  if (item === undefined) return '';
  const { women = 0, youth = 0, isf = 0 } = item.details;
  return `${number(item.numerator)} personnes formées (${number(women)} F et ${number(youth)} J), dont ${number(isf)} FSI.`;
};

/** Whether anything at all happened in the window. */
export const isEmpty = (items) => items.every(({ numerator }) => numerator === 0);

/** What a form asks for, from `[place:name, value]` pairs: `{ url, headers, missing }`; empty values are left out. */
export const requestOf = (path, entries) => {
  const given = { path: [], query: [], header: [] };
  for (const [key, value] of entries) {
    const [place, name] = key.split(/:(.*)/s);
    if (name !== undefined && place in given) given[place].push([name, value.trim()]);
  }
  const filled = (place) => given[place].filter(([, value]) => value !== '');
  const address = filled('path').reduce(
    (url, [name, value]) => url.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const query = new URLSearchParams(filled('query')).toString();
  return {
    url: query === '' ? address : `${address}?${query}`,
    headers: Object.fromEntries(filled('header')),
    missing: given.path.filter(([, value]) => value === '').map(([name]) => name),
  };
};

/** A random UUID, where `crypto.randomUUID` is missing too (http on another host). */
export const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
