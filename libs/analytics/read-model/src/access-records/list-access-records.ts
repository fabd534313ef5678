import { Schema, type Model } from 'mongoose';
import {
  pagedBy,
  schemaOptions,
  type BadCursor,
  type Page,
  type PageRequest,
  type Stored,
} from '@benkan/projections';
import { accessRecordsProjection, type AccessRecordView } from './access-record-view';

const newestFirst = pagedBy('at', -1);

export const accessRecordsSchema = new Schema<Stored<AccessRecordView>>(
  {
    _id: String,
    _pos: Schema.Types.Mixed,
    at: String,
    outcome: String,
    actor: String,
    wireName: String,
  },
  schemaOptions(accessRecordsProjection),
)
  .index(newestFirst.sort)
  .index({ actor: 1, ...newestFirst.sort })
  .index({ wireName: 1, ...newestFirst.sort })
  .index({ outcome: 1, ...newestFirst.sort });

export type ListAccessRecords = PageRequest & {
  /** First and last day, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
  readonly wireName?: string | undefined;
  readonly outcome?: AccessRecordView['outcome'] | undefined;
};

type AccessRecords = Model<Stored<AccessRecordView>>;

// days in Bamako are days in UTC; every instant of a day sorts before its `~`
const between = ({ from, to }: ListAccessRecords) => ({
  ...(from !== undefined && { $gte: from }),
  ...(to !== undefined && { $lte: `${to}~` }),
});

const matching = (request: ListAccessRecords) => ({
  ...(request.actor !== undefined && { actor: request.actor }),
  ...(request.wireName !== undefined && { wireName: request.wireName }),
  ...(request.outcome !== undefined && { outcome: request.outcome }),
  ...((request.from ?? request.to) !== undefined && { $and: [{ at: between(request) }] }),
});

/** Access records, newest first. */
export const listAccessRecords = (
  records: AccessRecords,
  request: ListAccessRecords,
): Promise<Page<Stored<AccessRecordView>> | BadCursor> =>
  newestFirst.page(request, (beyond, most) =>
    records
      .find({ ...matching(request), ...beyond })
      .sort(newestFirst.sort)
      .limit(most)
      .lean<Stored<AccessRecordView>[]>(),
  );
