import { generationOf, type Projection } from '../projection';
import type { DiscardOutcome, Discarding, OperatorOptions } from './operations';
import { parkedOn, retryHeld } from './retry';
import { underLease, type Holding } from './under-lease';

const CODE = /^[a-z0-9-]{1,64}$/;

const discardHeld = async (
  options: OperatorOptions,
  projection: Projection,
  holding: Holding,
  { stream, revision, by, reason }: Discarding,
): Promise<DiscardOutcome> => {
  const { views, now = () => new Date() } = options;
  const { slice, active } = holding.record;
  const generation = generationOf(slice, active);
  const parked = await parkedOn(options, generation, stream);
  if (!parked.some((event) => event.revision === revision)) return { kind: 'not-parked' };
  await views.discard({ slice, stream, revision, at: now().toISOString(), by, reason });
  const retried = await retryHeld(options, projection, holding, stream);
  // what still is poison keeps the stream parked; the discarded event is done with
  if (retried.kind === 'poison') await views.unpark(generation, stream, revision);
  return { kind: 'discarded', retried };
};

/** Marks one parked event as never to be folded, then retries the rest of its stream. */
export const discardParked = async (
  options: OperatorOptions,
  projection: Projection,
  slice: string,
  discarding: Discarding,
): Promise<DiscardOutcome> => {
  if (!CODE.test(discarding.reason)) return { kind: 'bad-reason' };
  return underLease(options, slice, (holding) => discardHeld(options, projection, holding, discarding));
};
