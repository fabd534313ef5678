import type { ProblemCode } from './problem';
import type { RefusalCode } from './recognition';

/** What to do about each code, in the language of those who fill the sheets. */
export const hints: Readonly<Record<RefusalCode | ProblemCode, string>> = {
  'no-header-row': 'Ajoutez la ligne d’en-tête du modèle (Prénom(s), Nom, Sexe, …) au-dessus des données.',
  'missing-column': 'Ajoutez la ou les colonnes citées, avec ce titre, puis renvoyez le fichier.',
  'duplicate-column': 'Deux colonnes portent le même titre : renommez ou supprimez celle qui est de trop.',
  'several-tables': 'Plusieurs feuilles contiennent un tableau : envoyez un fichier par feuille.',
  'no-data-rows': 'Aucune ligne n’est remplie sous l’en-tête : complétez le tableau.',
  'ambiguous-head':
    'La même information figure deux fois en tête de feuille avec des valeurs différentes : gardez la bonne.',
  'missing-commune-code': 'Indiquez « Code commune : ML090101 » au-dessus du tableau.',
  'unreadable-commune-code': 'Écrivez le code de la commune seul, par exemple « Code commune : ML090101 ».',
  'missing-dates': 'Indiquez « Dates : 02/12/2024 et 03/12/2024 » au-dessus du tableau.',
  'unreadable-dates':
    'Écrivez les dates en jour/mois/année, par exemple « 02/12/2024 et 03/12/2024 » ou « du 2 au 4 décembre 2024 ».',
  'missing-date': 'Indiquez « Date : 21/11/2024 » au-dessus du tableau.',
  'unreadable-meeting-date':
    'Écrivez la date de la réunion en jour/mois/année, par exemple « Date : 21/11/2024 ».',
  'missing-meeting-kind':
    'Précisez dans le titre s’il s’agit d’une réunion statutaire, extraordinaire ou élargie.',
  'unreadable-meeting-code':
    'Recopiez le code de la réunion tel qu’il est imprimé, par exemple « benkan:meeting:… », ou supprimez la ligne.',
  'unreadable-presiding-capacity':
    'Indiquez en quelle qualité la réunion a été présidée : maire, président de la délégation spéciale, expédition des affaires courantes, intérim ou gouverneur.',
  'unmatched-day-columns':
    'Une colonne d’émargement ne correspond à aucune des dates annoncées : corrigez les dates ou la colonne.',
  'maxima-differ': 'Notez le pré-test et le post-test sur le même maximum.',
  'unknown-sex': 'Corrigez le sexe : F, H ou laissez vide (non renseigné).',
  'unknown-age-band': 'Corrigez la tranche d’âge : <15, 15-17, 18-24, 25-29, 30-35, 36-40, 41-59, 60+ ou NR.',
  'unknown-signature': 'Corrigez l’émargement : X si la personne a signé, vide sinon.',
  'unreadable-number': 'Corrigez le nombre : des chiffres seulement, sans texte.',
  'unreadable-date': 'Corrigez la date : jour/mois/année, par exemple 05/12/2024.',
  'unreadable-phone': 'Corrigez le contact : un seul numéro, par exemple +223 00 45 12 10, ou laissez vide.',
  'unreadable-code': 'Corrigez le code : lettres, chiffres et tirets, sans espace.',
  'missing-value': 'Complétez cette cellule.',
  'missing-name': 'Complétez le prénom et le nom, ou laissez les deux vides et donnez un code ou un contact.',
  'score-out-of-range': 'Corrigez la note : elle ne peut être négative ni dépasser le maximum de la colonne.',
  'tally-women-exceed-total': 'Corrigez les comptages : il y a plus de femmes que de personnes présentes.',
  'tally-inconsistent':
    'Corrigez les comptages : femmes + hommes + non renseigné font le total, et jeunes, FSI et membres ne le dépassent pas.',
  'unknown-status':
    'Corrigez le statut avec un de ceux du modèle (présent, excusé, absent, représenté ; émise, en cours, mise en œuvre déclarée, mise en œuvre vérifiée).',
  'unknown-quality': 'Corrigez la qualité : membre, suppléant, invité, observateur ou facilitateur.',
  'unknown-presiding-capacity':
    'Corrigez la présidence : maire, président de la délégation spéciale, expédition des affaires courantes, intérim, gouverneur ou vide.',
  'unknown-addressee-type': 'Corrigez le type de destinataire : EXECUTIF_LOCAL, ACTEUR_SECURITE ou AUTRE.',
  'unknown-role':
    'Indiquez une fonction, pas un nom : secrétaire, président, point focal, superviseur, CRSS.',
  'unknown-level': 'Corrigez le niveau : COMMUNE ou REGION.',
  'unknown-frequency': 'Corrigez la fréquence : MENSUELLE, TRIMESTRIELLE ou vide.',
  'unknown-template': 'Corrigez le modèle : COMMUNE_22, ou laissez vide pour définir les sièges à part.',
  'unknown-actor-kind':
    'Corrigez le type : organisation ou rôle. Une personne nommée ne s’importe pas : ajoutez-la par POST /v1/actor-maps/{id}/actors, en accès restreint et avec une échéance.',
  'unknown-category': 'Corrigez la catégorie avec un des codes du modèle, par exemple ORG_FEMMES ou POLICE.',
  'unreadable-rating': 'Corrigez la note : un entier de 1 (faible) à 5 (fort).',
  'unknown-yes-no': 'Corrigez la cellule : oui, non ou vide.',
  'strategy-without-group':
    'Le groupe n’est pas exclu : la stratégie d’inclusion n’est pas enregistrée. Répondez « oui » dans la colonne du groupe exclu pour qu’elle le soit.',
  'missing-evidence': 'Ajoutez la référence de la preuve (par exemple le numéro du PV).',
  'missing-claimer': 'Indiquez la fonction de qui a déclaré la mise en œuvre.',
  'missing-verifier': 'Indiquez la fonction de qui a vérifié la mise en œuvre.',
  'verifier-is-claimer': 'La vérification doit être faite par une autre fonction que la déclaration.',
  'differs-within-file':
    'Plusieurs lignes désignent la même chose avec des valeurs différentes : gardez la bonne et supprimez les autres.',
  'unknown-structure': 'Structure inconnue, classée « Autre » : précisez-la si elle figure dans la liste.',
  'unknown-theme': 'Thème inconnu, classé « Autre » : précisez-le s’il figure dans la liste.',
  'assumed-maximum':
    'Le maximum des tests n’est pas écrit : 20 est supposé. Écrivez « Pré-test /20 » dans l’en-tête.',
};
