import { bilingual, type Texts } from '../text';

/** What each refusal about a recommendation says to a person. */
export const recommendationsTexts: Texts = bilingual({
  'addressee-reason-missing': [
    'Motif du destinataire absent',
    'Un destinataire « AUTRE » demande un motif.',
    'Addressee reason missing',
    'An addressee of type AUTRE needs a reason.',
  ],
  'due-before-issued': [
    'Échéance antérieure',
    'L’échéance ne peut précéder la réunion.',
    'Due before issued',
    'The due date cannot precede the meeting.',
  ],
  'recommendation-unknown': [
    'Recommandation inconnue',
    'Choisissez une recommandation de /v1/recommendations.',
    'Recommendation unknown',
    'Choose a recommendation of /v1/recommendations.',
  ],
  'before-it-was-issued': [
    'Antérieur à la recommandation',
    'Vérifiez la date.',
    'Before it was issued',
    'Check the date.',
  ],
  'in-the-future': [
    'Date à venir',
    'Enregistrez le fait une fois qu’il a eu lieu.',
    'In the future',
    'Record it once it has happened.',
  ],
  'already-verified': [
    'Déjà vérifiée',
    'La mise en œuvre est vérifiée ; il n’y a plus rien à déclarer.',
    'Already verified',
    'The implementation is verified; there is nothing more to report.',
  ],
  'only-an-import-speaks-for-others': [
    'Au nom d’un autre',
    'Seul un import de fiche peut nommer le rôle d’un autre.',
    'On behalf of another',
    'Only the import of a sheet may name another’s role.',
  ],
  'not-claimed': [
    'Mise en œuvre non déclarée',
    'Déclarez d’abord la mise en œuvre avec sa preuve.',
    'Implementation not claimed',
    'Claim the implementation with its evidence first.',
  ],
  'verifier-is-the-claimer': [
    'Vérificateur et déclarant identiques',
    'Une autre personne doit vérifier.',
    'Verifier is the claimer',
    'Somebody else must verify.',
  ],
  'before-the-claim': [
    'Antérieur à la déclaration',
    'Vérifiez la date.',
    'Before the claim',
    'Check the date.',
  ],
});
