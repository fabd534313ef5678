import { Schema, type Model } from 'mongoose';
import type { AnalyticsFact, FactKind } from '@benkan/analytics-domain';
import { schemaOptions, type Stored } from '@benkan/projections';
import { standingAt, type FactDocument } from './fact-document';
import { factsProjection } from './facts-projection';

export const factsSchema = new Schema<Stored<FactDocument>>(
  { _id: String, _pos: Schema.Types.Mixed, kind: String, versions: Schema.Types.Mixed },
  schemaOptions(factsProjection),
).index({ kind: 1 });

export type LoadFacts = {
  /** A decimal commit position, or a day (YYYY-MM-DD): what had been recorded by then. Now, when absent. */
  readonly upTo?: string | undefined;
  /** All kinds when absent. */
  readonly kinds?: readonly FactKind[] | undefined;
};

const BATCH = 1_000;

/** The facts that stood at a moment, one by one: only a batch of documents is held at a time. */
export async function* streamFacts(
  facts: Model<Stored<FactDocument>>,
  { upTo, kinds }: LoadFacts = {},
): AsyncGenerator<AnalyticsFact> {
  const stands = standingAt(upTo);
  const cursor = facts
    .find(kinds === undefined ? {} : { kind: { $in: [...kinds] } })
    .select({ _id: 0, versions: 1 })
    .lean<Pick<FactDocument, 'versions'>[]>()
    .cursor({ batchSize: BATCH });
  for await (const { versions } of cursor) {
    const standing = versions.findLast(stands);
    if (standing !== undefined) yield standing.fact;
  }
}

/** The facts that stood at a moment, in no order. */
export const loadFacts = async (
  facts: Model<Stored<FactDocument>>,
  request: LoadFacts = {},
): Promise<readonly AnalyticsFact[]> => {
  const found: AnalyticsFact[] = [];
  for await (const fact of streamFacts(facts, request)) found.push(fact);
  return found;
};
