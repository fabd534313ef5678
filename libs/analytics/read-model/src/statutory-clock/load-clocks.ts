import { Schema, type Model } from 'mongoose';
import type { ClockCommittee, ClockFact, ClockFacts } from '@benkan/analytics-domain';
import {
  pagedBy,
  schemaOptions,
  type BadCursor,
  type Page,
  type PageRequest,
  type Stored,
} from '@benkan/projections';
import { clockProjection } from './clock-projection';

const byUnit = pagedBy('unitId', 1);

export const clockSchema = new Schema<Stored<ClockFact>>(
  {
    ...{ _id: String, _pos: Schema.Types.Mixed, kind: String, committeeId: String, unitId: String },
    ...{ level: String, established: Schema.Types.Mixed, installed: Schema.Types.Mixed },
  },
  schemaOptions(clockProjection),
)
  .index({ kind: 1, ...byUnit.sort })
  .index({ committeeId: 1, kind: 1 });

type Clocks = Model<Stored<ClockFact>>;

const around = async (
  clocks: Clocks,
  committees: readonly ClockCommittee[],
): Promise<readonly ClockFacts[]> => {
  const ids = committees.map(({ committeeId }) => committeeId);
  const found = await clocks
    .find({ committeeId: { $in: ids }, kind: { $in: ['meeting', 'minutes', 'recommendation'] } })
    .lean<ClockFact[]>();
  const of = new Map<string, ClockFact[]>(ids.map((id) => [id, []]));
  for (const fact of found) of.get(fact.committeeId)?.push(fact);
  return committees.map((committee) => {
    const here = of.get(committee.committeeId) ?? [];
    return {
      committee,
      meetings: here.flatMap((fact) => (fact.kind === 'meeting' ? [fact] : [])),
      minutes: here.flatMap((fact) => (fact.kind === 'minutes' ? [fact] : [])),
      recommendations: here.flatMap((fact) => (fact.kind === 'recommendation' ? [fact] : [])),
    };
  });
};

/** All the clock of one committee is read from; undefined for an unknown one. */
export const loadClock = async (clocks: Clocks, committeeId: string): Promise<ClockFacts | undefined> => {
  const committee = await clocks.findById(`committee:${committeeId}`).lean<ClockCommittee>();
  return committee === null ? undefined : (await around(clocks, [committee]))[0];
};

export type ListClocks = PageRequest & {
  /** The units to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

/** Committees by unit, each with all its clock is read from. */
export const listClocks = async (
  clocks: Clocks,
  { unitIds, ...request }: ListClocks,
): Promise<Page<ClockFacts> | BadCursor> => {
  const within = unitIds === undefined ? {} : { $and: [{ unitId: { $in: [...unitIds] } }] };
  const page = await byUnit.page(request, (beyond, most) =>
    clocks
      .find({ kind: 'committee', ...within, ...beyond })
      .sort(byUnit.sort)
      .limit(most)
      .lean<Stored<ClockCommittee>[]>(),
  );
  return page.kind === 'page' ? { ...page, rows: await around(clocks, page.rows) } : page;
};
