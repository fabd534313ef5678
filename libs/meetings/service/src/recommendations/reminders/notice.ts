import type { ReminderKind, RecommendationTheme } from '@benkan/meetings-domain';
import type { Notice } from '@benkan/notifier';

const THEMES: Readonly<Record<RecommendationTheme, string>> = {
  ECLAIRAGE_PUBLIC: 'éclairage public',
  PATROUILLES: 'patrouilles',
  VOIRIE_OCCUPATION: 'occupation de la voirie',
  STUPEFIANTS_JEUNES: 'stupéfiants et jeunes',
  INFORMATION_COMMUNAUTAIRE: 'information communautaire',
  ACCUEIL_DES_FEMMES: 'accueil des femmes',
  AUTRE: 'autre thème',
};

const SUBJECTS: Readonly<Record<ReminderKind, string>> = {
  DUE_SOON: 'échéance proche',
  OVERDUE: 'échéance dépassée',
  UNANSWERED: 'sans réponse, échéance dépassée',
};

const ADVICE: Readonly<Record<ReminderKind, string>> = {
  DUE_SOON: 'Signalez l’avancement ou la mise en œuvre avant l’échéance.',
  OVERDUE: 'Une réponse est enregistrée, mais aucune mise en œuvre n’est déclarée.',
  UNANSWERED: 'Aucune réponse n’est enregistrée ; le comité régional peut être saisi.',
};

const inFrench = (day: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

export type Reminded = {
  readonly recommendationId: string;
  readonly theme: RecommendationTheme;
  readonly kind: ReminderKind;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
};

/** A reminder as a person reads it: the theme, the day and where to look; nothing of what was written. */
export const noticeOf = (id: string, { recommendationId, theme, kind, dueOn }: Reminded): Notice => ({
  id,
  subject: `Recommandation : ${SUBJECTS[kind]}`,
  text: [
    `Une recommandation (${THEMES[theme]}) a pour échéance le ${inFrench(dueOn)}.`,
    ADVICE[kind],
    `Référence : /v1/recommendations/${recommendationId}`,
  ].join('\n'),
});
