import type {
  Comparison,
  DiscardOutcome,
  Interrupted,
  Poison,
  RebuildOutcome,
  RetryOutcome,
  RollbackOutcome,
  UnknownSlice,
} from '@benkan/projections';

type Told = { readonly lines: readonly string[]; readonly status: 0 | 1 };

const done = (...lines: readonly string[]): Told => ({ lines, status: 0 });
const not = (...lines: readonly string[]): Told => ({ lines, status: 1 });

const common = (outcome: Poison | UnknownSlice | Interrupted): Told => {
  switch (outcome.kind) {
    case 'poison':
      return not(
        `Événement illisible : ${outcome.type}, ${outcome.stream} révision ${outcome.revision} (${outcome.reason}).`,
        'Rien n’a changé. Mettez le programme à jour, ou écartez cet événement : benkan projections discard',
      );
    case 'unknown-slice':
      return not('Cette vue n’a encore rien enregistré : démarrez Benkan une fois, puis recommencez.');
    case 'interrupted':
      return not('Interrompu avant la fin. Regardez l’état (benkan projections status), puis recommencez.');
  }
};

export const retryTold = (outcome: RetryOutcome): Told => {
  if (outcome.kind === 'retried')
    return done(`Repris : ${outcome.events} événements, ${outcome.documents} documents.`);
  if (outcome.kind === 'not-parked') return not('Aucun événement de ce flux n’est mis de côté.');
  return common(outcome);
};

export const discardTold = (outcome: DiscardOutcome): Told => {
  switch (outcome.kind) {
    case 'discarded': {
      const rest = retryTold(outcome.retried);
      const over = outcome.retried.kind === 'not-parked';
      return {
        lines: ['Écarté ; une trace en est gardée.', ...(over ? ['Rien d’autre n’attendait.'] : rest.lines)],
        status: over ? 0 : rest.status,
      };
    }
    case 'bad-reason':
      return not('Le motif est un code : lettres minuscules, chiffres et tirets, 64 au plus.');
    case 'not-parked':
      return not('Cet événement n’est pas mis de côté.');
    default:
      return common(outcome);
  }
};

const comparisonLines = ({ live, rebuilt, differing, examples }: Comparison): readonly string[] => [
  `  en service   ${live.documents} documents  ${live.hash.slice(0, 16)}`,
  `  reconstruite ${rebuilt.documents} documents  ${rebuilt.hash.slice(0, 16)}`,
  ...(differing === 0 ? [] : [`  ${differing} documents diffèrent, par exemple : ${examples.join(', ')}`]),
];

export const rebuildTold = (slice: string, outcome: RebuildOutcome): Told => {
  switch (outcome.kind) {
    case 'switched':
      return done(
        `${slice} : reconstruite depuis ${outcome.events} événements, la génération ${outcome.generation} répond (la ${outcome.previous} est gardée).`,
        ...comparisonLines(outcome.comparison),
      );
    case 'differs':
      return not(
        `${slice} : la reconstruction diffère de la vue en service ; rien n’a changé.`,
        ...comparisonLines(outcome.comparison),
        `Pour répondre depuis la reconstruction : benkan projections rebuild ${slice} --force`,
      );
    default:
      return common(outcome);
  }
};

export const rollbackTold = (slice: string, outcome: RollbackOutcome): Told => {
  if (outcome.kind === 'rolled-back')
    return done(
      `${slice} : la génération ${outcome.active} répond de nouveau (la ${outcome.previous} est gardée).`,
    );
  if (outcome.kind === 'nothing-to-roll-back-to')
    return not(`${slice} : aucune génération d’avant n’est gardée.`);
  return common(outcome);
};
