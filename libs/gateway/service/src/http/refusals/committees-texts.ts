import { bilingual, type Texts } from '../text';

/** What each refusal about the life of a committee says to a person. */
export const committeesTexts: Texts = bilingual({
  'template-not-of-this-level': [
    'Modèle d’un autre niveau',
    'Choisissez un modèle de ce niveau dans /v1/committee-templates, ou aucun.',
    'Template of another level',
    'Choose a template of this level in /v1/committee-templates, or none.',
  ],
  'quorum-above-one': [
    'Quorum supérieur à la totalité',
    'Le numérateur ne peut dépasser le dénominateur.',
    'Quorum above the whole',
    'The numerator cannot exceed the denominator.',
  ],
  'before-it-began': [
    'Antérieur au début',
    'Ce jour précède le début de ce qui se termine ; vérifiez la date.',
    'Before it began',
    'This day precedes the beginning; check the date.',
  ],
  'already-suspended': [
    'Comité déjà suspendu',
    'Le comité est suspendu ce jour-là ; enregistrez d’abord sa reprise.',
    'Committee already suspended',
    'The committee is suspended on that day; record its reactivation first.',
  ],
  'not-suspended': [
    'Comité non suspendu',
    'Le comité n’est pas suspendu ce jour-là ; vérifiez la date.',
    'Committee not suspended',
    'The committee is not suspended on that day; check the date.',
  ],
  'before-the-last-transfer': [
    'Antérieur au dernier transfert',
    'Le comité a été transféré après ce jour ; enregistrez les transferts dans l’ordre.',
    'Before the last transfer',
    'The committee was transferred after that day; record transfers in their order.',
  ],
  'seat-unknown': [
    'Siège inconnu',
    'Choisissez un siège du comité dans /v1/committees/{id}.',
    'Seat unknown',
    'Choose a seat of the committee in /v1/committees/{id}.',
  ],
  'seat-ended': [
    'Siège supprimé',
    'Ce siège n’existe plus ; choisissez-en un autre ou définissez-le de nouveau.',
    'Seat ended',
    'This seat no longer exists; choose another or define it anew.',
  ],
  'seat-is-held': [
    'Siège occupé',
    'Enregistrez d’abord la fin de mandat du titulaire, ou son remplacement.',
    'Seat held',
    'Record the end of its holder’s membership first, or the replacement.',
  ],
  'seat-has-an-alternate': [
    'Suppléant en place',
    'Ce siège a déjà un suppléant ; enregistrez d’abord sa fin de mandat.',
    'Alternate in place',
    'This seat has an alternate; record the end of that membership first.',
  ],
  'alternates-not-allowed': [
    'Siège sans suppléant',
    'Ce siège n’admet pas de suppléant ; révisez le siège si l’acte le permet.',
    'No alternates for this seat',
    'This seat takes no alternate; revise the seat if the act allows it.',
  ],
  'term-ends-before-it-begins': [
    'Fin de mandat antérieure au début',
    'Vérifiez les deux dates.',
    'Term ends before it begins',
    'Check both dates.',
  ],
  'person-has-a-seat': [
    'Personne déjà membre',
    'Cette personne occupe déjà un siège du comité à cette date ; mettez-y fin d’abord.',
    'Person already a member',
    'This person already has a seat of the committee at that time; end it first.',
  ],
  'membership-unknown': [
    'Mandat inconnu',
    'Choisissez un mandat de /v1/committees/{id}/memberships.',
    'Membership unknown',
    'Choose a membership of /v1/committees/{id}/memberships.',
  ],
  'presidency-already-vacant': [
    'Présidence déjà vacante',
    'La présidence est vacante depuis un autre jour ; la réponse montre les deux.',
    'Presidency already vacant',
    'The presidency has been vacant since another day; the answer shows both.',
  ],
  'bureau-role-not-held': [
    'Fonction du bureau sans titulaire',
    'Personne n’exerce cette fonction ce jour-là.',
    'Bureau role not held',
    'Nobody holds this role on that day.',
  ],
  'commission-unknown': [
    'Commission de travail inconnue',
    'Choisissez une commission du comité dans /v1/committees/{id}.',
    'Working commission unknown',
    'Choose a commission of the committee in /v1/committees/{id}.',
  ],
});
