import { sliceOf, type ProjectionOperations, type SliceStatus } from '@benkan/projections';
import { CannotDo } from '../command';

/** The operations of one service on its own slices. */
export type Operated = {
  readonly service: string;
  readonly slices: readonly string[];
  readonly operations: ProjectionOperations;
};

export const slicesOf = (projections: readonly { readonly name: string; readonly version: number }[]) =>
  projections.map(sliceOf);

/** The service that folds a slice. Throws `CannotDo` with the slices there are. */
export const folding = (operated: readonly Operated[], slice: string): Operated => {
  const found = operated.find(({ slices }) => slices.includes(slice));
  if (found !== undefined) return found;
  const known = operated.flatMap(({ slices }) => slices);
  throw new CannotDo(`vue inconnue : ${slice}. Il y a : ${known.join(', ')}`);
};

export type ServiceStatus = SliceStatus & { readonly service: string };

export const allStatus = async (operated: readonly Operated[]): Promise<readonly ServiceStatus[]> => {
  const each = await Promise.all(
    operated.map(async ({ service, operations }) =>
      (await operations.status()).map((status) => ({ service, ...status })),
    ),
  );
  return each.flat();
};
