import { generationOf, sliceOf, type Projection } from '../projection';
import { discardParked } from './discard';
import type { OperatorOptions, ProjectionOperations, UnknownSlice } from './operations';
import { rebuildSlice } from './rebuild';
import { retryHeld } from './retry';
import { rollBack } from './rollback';
import { statusOfAll } from './status';
import { underLease } from './under-lease';

export * from './operations';

const UNKNOWN: UnknownSlice = { kind: 'unknown-slice' };

/** What an operator process may do with the slices of one service, while the services go on. */
export const projectionOperations = (options: OperatorOptions): ProjectionOperations => {
  const known = new Map(options.slices.projections.map((each) => [sliceOf(each), each]));

  const onKnown = async <Outcome>(
    slice: string,
    work: (projection: Projection) => Promise<Outcome>,
  ): Promise<Outcome | UnknownSlice> => {
    const projection = known.get(slice);
    return projection === undefined ? UNKNOWN : work(projection);
  };

  return {
    status: () => statusOfAll(options),
    parked: (slice, request) =>
      onKnown(slice, async () => {
        const record = (await options.views.slices()).find((each) => each.slice === slice);
        return options.views.parked(generationOf(slice, record?.active ?? 1), request);
      }),
    retry: (slice, stream) =>
      onKnown(slice, (projection) =>
        underLease(options, slice, (holding) => retryHeld(options, projection, holding, stream)),
      ),
    discard: (slice, discarding) =>
      onKnown(slice, (projection) => discardParked(options, projection, slice, discarding)),
    rebuild: (slice, request = {}) =>
      onKnown(slice, (projection) => rebuildSlice(options, projection, slice, request)),
    rollback: (slice) => onKnown(slice, () => rollBack(options, slice)),
  };
};
