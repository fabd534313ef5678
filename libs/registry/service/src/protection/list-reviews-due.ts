import { pageAnswer, queryDoor, rowsOf } from '@benkan/doors';
import { listReviewsDue as contract } from '@benkan/contracts/registry';
import { dayOf } from '@benkan/kernel';
import { committeesIn, listReviewsDue } from '@benkan/registry-read-model';
import type { RegistryContext } from '../context';

/** registry.list-reviews-due */
export const listReviewsDueDoor = (context: RegistryContext) =>
  queryDoor(contract, async ({ at, body: { territory: _, by = dayOf(at), ...request }, unitIds }) => {
    const position = context.position();
    const committeeIds = unitIds && (await committeesIn(context.committees.current(), unitIds));
    const { rows, next } = rowsOf(
      await listReviewsDue(context.reviews.current(), { ...request, by, committeeIds }),
    );
    const items = rows.map(({ id: committeeId, level, assessedOn, reviewOn }) => ({
      ...{ committeeId, level, assessedOn, reviewOn },
    }));
    return { ...pageAnswer(items, next, position), by };
  });
