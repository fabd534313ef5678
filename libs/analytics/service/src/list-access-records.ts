import { listAccessRecords as contract } from '@benkan/contracts/analytics';
import { listAccessRecords, type AccessRecordView } from '@benkan/analytics-read-model';
import { pageAnswer, queryDoor, rowsOf } from '@benkan/doors';
import type { CurrentModel } from '@benkan/projections';

export type AccessRecordsContext = {
  readonly accessRecords: CurrentModel<Parameters<typeof listAccessRecords>[0]>;
  /** The commit position the records have reached. */
  readonly position: () => bigint;
};

const shown = ({ id, at, outcome, actor, role, wireName, resourceId, count, purpose }: AccessRecordView) => ({
  ...{ id, at, outcome, actor, role, wireName, resourceId, count, purpose },
});

/** analytics.list-access-records */
export const listAccessRecordsDoor = ({ accessRecords, position }: AccessRecordsContext) =>
  queryDoor(contract, async ({ body }) => {
    const reached = position();
    const { rows, next } = rowsOf(await listAccessRecords(accessRecords.current(), body));
    return pageAnswer(rows.map(shown), next, reached);
  });
