import {
  indicators,
  INDICATOR_FACTS,
  type AnalyticsFact,
  type Figure,
  type IndicatorsAsked,
} from '@benkan/analytics-domain';
import { loadFacts, onMap } from '@benkan/analytics-read-model';
import { answeredOnce, lies, queryDoor, type TextReader } from '@benkan/doors';
import { getIndicators } from '@benkan/contracts/analytics';
import { dayOf } from '@benkan/kernel';
import { Fault } from '@benkan/messaging';
import type { CurrentModel } from '@benkan/projections';
import { NAMES } from './names';

export type AnalyticsContext = {
  readonly facts: CurrentModel<Parameters<typeof loadFacts>[0]>;
  readonly texts: TextReader;
  /** The commit position the facts have reached. */
  readonly position: () => bigint;
};

type Asked = Omit<IndicatorsAsked, 'civilProtectionCounts'> & {
  readonly asOf?: string | undefined;
  /** The day whose map the figures are given on. */
  readonly map: string;
};

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

const mustBeAWindow = ({ from, to }: Pick<Asked, 'from' | 'to'>): void => {
  if (from > to)
    throw new Fault('malformed', 'an empty window', [
      { pointer: '/to', code: 'before-from', detail: 'to lies before from' },
    ]);
};

/** analytics.get-indicators: from facts, never from counters; the same question at the same position is answered once. */
export const getIndicatorsDoor = ({ facts: model, texts, position }: AnalyticsContext) => {
  const once = answeredOnce<ReturnType<typeof shown>[]>(200);

  const figures = async ({ asOf, map, ...asked }: Asked) => {
    const found = await loadFacts(model.current(), { upTo: asOf, kinds: INDICATOR_FACTS });
    const facts = found.map((fact) => onMap(fact, map));
    const names = await namesOf(facts, texts);
    return indicators(facts, asked).map((figure) => shown(figure, names));
  };

  return queryDoor(getIndicators, async ({ at, body, territory, unitIds }) => {
    mustBeAWindow(body);
    const asked = { ...body, map: body.map ?? dayOf(at) };
    const reached = position();
    const all = await once(`${model.generation()}|${reached}|${JSON.stringify(asked)}`, () => figures(asked));
    // a share of the country is no figure of a commune's own
    const items = territory === null ? all : all.filter((item) => lies(item.territory.id, unitIds));
    const { from, to, asOf } = body;
    const upTo = asOf === undefined || isDay(asOf) ? (reached < 0n ? '0' : reached.toString()) : asOf;
    return {
      items,
      window: { from, to },
      asOf: { position: upTo, day: isDay(asOf) ? (asOf ?? null) : null },
      map: asked.map,
    };
  });
};
