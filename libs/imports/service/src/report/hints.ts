import { hints as sheetHints } from '@benkan/imports-domain';

const FILE: Readonly<Record<string, string>> = {
  'empty-file': 'Le fichier est vide : choisissez le bon fichier et renvoyez-le.',
  'not-a-spreadsheet':
    'Ce n’est ni un classeur .xlsx ni un fichier .csv : enregistrez la feuille dans l’un de ces formats.',
  'too-many-rows': 'La feuille dépasse 20 000 lignes : découpez-la.',
  'too-many-columns': 'La feuille dépasse 200 colonnes : supprimez celles qui ne servent pas.',
  'inflates-too-large':
    'Le classeur dépasse 200 Mo une fois décompressé : enregistrez-le à nouveau sans les feuilles et images inutiles.',
  'takes-too-long': 'Le fichier est trop long à lire : découpez-le.',
  'takes-too-much-memory': 'Le fichier est trop lourd à lire : découpez-le.',
  'file-lost': 'Le fichier n’est plus conservé : renvoyez-le.',
};

const DOMAIN: Readonly<Record<string, string>> = {
  'unknown-commune':
    'Ce code ne désigne aucune commune connue : vérifiez « Code commune », par exemple ML090101.',
  'unknown-meeting':
    'Ce code ne désigne aucune réunion connue, ou pas dans votre territoire : supprimez la ligne du code et renvoyez la feuille.',
  'meeting-code-disagrees':
    'L’en-tête parle d’une autre réunion que le code imprimé : corrigez la commune, la date ou le titre, ou supprimez la ligne du code.',
  'meeting-cancelled': 'Cette réunion a été annulée : vérifiez la feuille.',
  'attendance-sheet-closed':
    'La feuille de présence est close : envoyez une correction avec son motif (POST /v1/meetings/{id}/attendance/corrections).',
  'represented-without-a-seat':
    'Seul un membre ou un suppléant peut être représenté : corrigez la qualité ou le statut.',
  'unknown-code':
    'Personne ne porte ce code dans cette commune : vérifiez-le, ou écrivez le prénom et le nom.',
  'unknown-phone': 'Personne n’a ce numéro dans cette commune : vérifiez-le, ou écrivez le prénom et le nom.',
  'several-people-fit':
    'Plusieurs personnes répondent à cette ligne : écrivez dans la colonne « Code » le code de la bonne.',
  'no-committee': 'Aucun comité n’est établi dans cette commune : importez d’abord la liste des comités.',
  'no-meeting-that-day':
    'Aucune réunion tenue ce jour-là : importez d’abord la liste de présence ou le comptage.',
  'two-meetings-that-day':
    'Deux réunions ont été tenues ce jour-là : précisez laquelle en passant par /v1/recommendations.',
  'duplicate-line': 'Cette ligne en répète une autre : elle n’est comptée qu’une fois.',
  'personal-data-erased': 'Cette personne a été retirée : son code ne peut plus servir.',
  'nothing-to-recognise-by': 'Donnez un code de fiche, ou un prénom et un nom.',
  'attendance-is-a-tally': 'Cette réunion n’a que des comptages : aucun nom ne peut y entrer.',
  'attendance-mode-is-tally':
    'Ce comité est protégé par des comptages ce jour-là : importez un comptage, sans nom.',
  'attendance-is-nominative': 'Cette réunion a une liste nominative : le comptage s’en déduit.',
  'committee-not-installed': 'Le comité n’est pas installé : enregistrez d’abord son installation.',
  'held-before-installation': 'La réunion précède l’installation du comité : vérifiez la date.',
  'held-in-the-future': 'La date de la réunion est à venir : vérifiez-la.',
  'day-is-in-the-future': 'Ce jour est à venir : vérifiez la date.',
  'capacity-not-of-this-level': 'Cette qualité ne préside pas un comité de ce niveau.',
  'due-before-issued': 'L’échéance précède la réunion : vérifiez les dates.',
  'addressee-reason-missing': 'Un destinataire « AUTRE » demande un motif.',
  'installed-in-the-future': 'La date d’installation est à venir : vérifiez-la.',
  'template-not-of-this-level':
    'Ce modèle n’est pas d’un comité de ce niveau : corrigez le niveau ou le modèle.',
  'unit-has-a-committee': 'Cette commune a déjà un comité de ce niveau.',
  'unit-not-a-commune': 'La cartographie se fait par commune : vérifiez « Code commune ».',
  'unit-has-a-draft':
    'Une cartographie de cette commune est encore ouverte : publiez-la (POST /v1/actor-maps/{id}/publication) avant d’en importer une autre.',
  'actor-map-closed':
    'Cette cartographie est publiée ou archivée : commencez-en une nouvelle (POST /v1/actor-maps).',
  'actor-removed': 'Cet acteur a été retiré de la carte : vérifiez la feuille.',
  'group-no-longer-excluded': 'Une revue a constaté que ce groupe n’est plus exclu : vérifiez la feuille.',
  'verifier-is-the-claimer': 'Une autre personne doit vérifier la mise en œuvre.',
  'in-the-future': 'La date est à venir : vérifiez-la.',
  'before-it-was-issued': 'La date précède la réunion d’origine : vérifiez-la.',
  'before-the-claim': 'La vérification précède la déclaration : vérifiez les dates.',
  'already-verified': 'La mise en œuvre est déjà vérifiée.',
  'score-exceeds-maximum': 'La note dépasse le maximum : vérifiez-la.',
  forbidden: 'Votre rôle ne permet pas cet enregistrement.',
  'outside-your-territory': 'Cette commune est hors de votre territoire : retirez la ligne.',
  'unknown-resource': 'Cet enregistrement n’existe pas, ou pas dans votre territoire.',
};

const CORRECTIONS: Readonly<Record<string, string>> = {
  'registry.register-participant': 'POST /v1/participants/{id}/corrections',
  'meetings.record-attendance': 'POST /v1/meetings/{id}/attendance/corrections',
  'registry.add-actor': 'POST /v1/actor-maps/{id}/actors/{actorId}/revision',
  'registry.review-inclusion': 'POST /v1/actor-maps/{id}/inclusion-reviews',
  'training.record-attendance': 'POST /v1/trainings/{id}/attendance/corrections',
  'training.record-test-results': 'POST /v1/trainings/{id}/test-results/corrections',
};

const differing = (by: string | undefined): string => {
  const way = by === undefined ? undefined : CORRECTIONS[by];
  const start = 'Une valeur diffère de celle qui est enregistrée : rien n’a été changé. ';
  return (
    start +
    (way === undefined
      ? 'Vérifiez la feuille et l’enregistrement.'
      : `Pour la changer, envoyez une correction avec son motif (${way}).`)
  );
};

/** What to do about a code, in the language of those who fill the sheets. */
export const hintFor = (code: string, by?: string): string => {
  if (code === 'differs-from-recorded') return differing(by);
  const sheet: Readonly<Record<string, string>> = sheetHints;
  return (
    sheet[code] ??
    FILE[code] ??
    DOMAIN[code] ??
    'Cette ligne n’a pas pu être enregistrée : vérifiez-la et renvoyez-la.'
  );
};
