import {
  indicators,
  INDICATOR_FACTS,
  type AnalyticsFact,
  type Figure,
  type IndicatorsAsked,
} from '@benkan/analytics-domain';
import { loadFacts } from '@benkan/analytics-read-model';
import { answeredOnce, queryDoor, type TextReader } from '@benkan/doors';
import { getIndicators } from '@benkan/contracts/analytics';
import { Fault } from '@benkan/messaging';
import type { CurrentModel } from '@benkan/projections';
import { NAMES } from './names';

export type AnalyticsContext = {
  readonly facts: CurrentModel<Parameters<typeof loadFacts>[0]>;
  readonly texts: TextReader;
  /** The commit position the facts have reached. */
  readonly position: () => bigint;
};

type Asked = Omit<IndicatorsAsked, 'civilProtectionCounts'> & { readonly asOf?: string | undefined };

const isDay = (asOf: string | undefined): boolean => asOf !== undefined && asOf.includes('-');

const namesOf = async (facts: readonly AnalyticsFact[], texts: TextReader) => {
  const units = facts.flatMap((fact) => (fact.kind === 'unit' ? [fact] : []));
  const textOf = await texts(units.map(({ name }) => name));
  return new Map(units.map(({ unitId, name }) => [unitId, textOf(name)]));
};

const shown = ({ territory, ...measure }: Figure, names: ReadonlyMap<string, string>) => ({
  ...measure,
  name: NAMES[measure.code],
  territory: { ...territory, name: names.get(territory.id) ?? territory.code },
  details: { ...measure.details },
});

const mustBeAWindow = ({ from, to }: Asked): void => {
  if (from > to)
    throw new Fault('malformed', 'an empty window', [
      { pointer: '/to', code: 'before-from', detail: 'to lies before from' },
    ]);
};

/** analytics.get-indicators: from facts, never from counters; the same question at the same position is answered once. */
export const getIndicatorsDoor = ({ facts: model, texts, position }: AnalyticsContext) => {
  const once = answeredOnce<ReturnType<typeof shown>[]>(200);

  const figures = async ({ asOf, ...asked }: Asked) => {
    const facts = await loadFacts(model.current(), { upTo: asOf, kinds: INDICATOR_FACTS });
    const names = await namesOf(facts, texts);
    return indicators(facts, asked).map((figure) => shown(figure, names));
  };

  return queryDoor(getIndicators, async ({ body }) => {
    mustBeAWindow(body);
    const reached = position();
    const items = await once(`${model.generation()}|${reached}|${JSON.stringify(body)}`, () => figures(body));
    const { from, to, asOf } = body;
    const upTo = asOf === undefined || isDay(asOf) ? (reached < 0n ? '0' : reached.toString()) : asOf;
    return {
      items,
      window: { from, to },
      asOf: { position: upTo, day: isDay(asOf) ? (asOf ?? null) : null },
    };
  });
};
