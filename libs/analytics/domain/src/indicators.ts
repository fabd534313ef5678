import type { AnalyticsFact, FactKind } from './facts';
import type { Indicator, Measure } from './figure';
import { knowledgeGain } from './knowledge-gain';
import { recommendationsFollowed } from './recommendations';
import { statutoryMeetings } from './statutory-meetings';
import { territoriesOf, type Territories, type Territory, type TerritoryLevel } from './territories';
import { trainedPeople } from './trained-people';
import type { Window } from './window';
import type { YouthDefinition } from './youth';

/** The kinds of facts the indicators read: nothing else needs to be loaded. */
export const INDICATOR_FACTS = [
  'unit',
  'committee',
  'participant',
  'training',
  'training-attendance',
  'test-results',
  'meeting',
  'recommendation',
] as const satisfies readonly FactKind[];

export type IndicatorsAsked = Window & {
  readonly youth: YouthDefinition;
  readonly level?: TerritoryLevel | undefined;
  /** A unit: itself and what lies below; the whole country when absent. */
  readonly territory?: string | undefined;
  readonly code?: Indicator | undefined;
  /** Whether civil protection counts among the security forces; it does not by default. */
  readonly civilProtectionCounts?: boolean | undefined;
};

export type Figure = Measure & { readonly territory: Territory };

const onlyOf = <Kind extends FactKind>(facts: readonly AnalyticsFact[], kind: Kind) =>
  facts.filter((fact): fact is Extract<AnalyticsFact, { kind: Kind }> => fact.kind === kind);

const PLACED: readonly FactKind[] = ['committee', 'training', 'meeting', 'recommendation'];

const activeTerritories = (facts: readonly AnalyticsFact[], { around }: Territories): ReadonlySet<string> => {
  const units = new Set<string>();
  for (const fact of facts) if (PLACED.includes(fact.kind) && 'unitId' in fact) units.add(fact.unitId);
  return new Set([...units].flatMap(around));
};

const wantedTerritories = (
  facts: readonly AnalyticsFact[],
  territories: Territories,
  { level, territory: root }: IndicatorsAsked,
): readonly Territory[] => {
  const active = activeTerritories(facts, territories);
  return territories.all
    .filter((territory) => level === undefined || territory.level === level)
    .filter(({ id }) => root === undefined || territories.isInside(id, root))
    .filter(({ id, level: own }) => own !== 'COMMUNE' || id === root || active.has(id));
};

const measures = (
  facts: readonly AnalyticsFact[],
  territories: Territories,
  { from, to, youth, civilProtectionCounts = false }: IndicatorsAsked,
): readonly ((territoryId: string) => readonly Measure[])[] => {
  const window = { from, to };
  const trainings = onlyOf(facts, 'training');
  const attendance = onlyOf(facts, 'training-attendance');
  const participants = onlyOf(facts, 'participant');
  return [
    statutoryMeetings(
      { committees: onlyOf(facts, 'committee'), meetings: onlyOf(facts, 'meeting') },
      territories,
      window,
    ),
    trainedPeople({ participants, trainings, attendance }, territories, {
      window,
      youth,
      civilProtectionCounts,
    }),
    recommendationsFollowed(onlyOf(facts, 'recommendation'), territories, window),
    knowledgeGain({ trainings, results: onlyOf(facts, 'test-results') }, territories, window),
  ];
};

/**
 * Figures of a window of days, in the order of the territories (country, régions and District, communes, each by code)
 * and of the indicators. A région is always there, a commune when it has a committee or an activity, or is asked for.
 */
export const indicators = (facts: readonly AnalyticsFact[], asked: IndicatorsAsked): readonly Figure[] => {
  const territories = territoriesOf(onlyOf(facts, 'unit'));
  const all = measures(facts, territories, asked);
  return wantedTerritories(facts, territories, asked).flatMap((territory) =>
    all
      .flatMap((measure) => measure(territory.id))
      .filter(({ code }) => asked.code === undefined || code === asked.code)
      .map((measure) => ({ ...measure, territory })),
  );
};
