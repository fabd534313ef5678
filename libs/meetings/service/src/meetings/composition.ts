import { getCommittee, listMemberships } from '@benkan/contracts/registry';
import type { RequestOf } from '@benkan/contracts';
import type { Asked, ServiceDeps } from '@benkan/doors';
import type { Composition, ExpectedSeat } from '@benkan/meetings-domain';

type Asking = Pick<ServiceDeps, 'ask'>;
type Because = Pick<Asked<unknown>, 'correlationId' | 'deadline' | 'traceparent'>;
type Query = RequestOf<typeof listMemberships>;

/** More seats than any committee has; beyond, nobody is expected rather than half of them. */
const MOST_SEATS = 250;

const sittingOn = async ({ ask }: Asking, query: Pick<Query, 'committeeId' | 'on'>, because: Because) => {
  const sitting = new Map<string, string>();
  let after: string | undefined;
  do {
    const page = await ask(listMemberships, { ...query, limit: 200, after }, because);
    for (const { seatId, quality, participantId } of page?.items ?? [])
      sitting.set(`${quality} ${seatId}`, participantId);
    after = page?.next;
  } while (after !== undefined);
  return (quality: 'HOLDER' | 'ALTERNATE', seatId: string): string | null =>
    sitting.get(`${quality} ${seatId}`) ?? null;
};

type Committee = NonNullable<Awaited<ReturnType<typeof askCommittee>>>;

const askCommittee = ({ ask }: Asking, committeeId: string, because: Because) =>
  ask(getCommittee, { committeeId }, because);

const quorumOn = ({ rules }: Committee, on: string) =>
  rules !== null && rules.adoptedOn <= on ? rules.quorum : null;

/**
 * Who was expected at a committee on a day, and the quorum its rules define. Null where the registry knows neither
 * seats nor a quorum of that day. Throws a `Fault` when the registry cannot answer.
 */
export const compositionOn = async (
  asking: Asking,
  committeeId: string,
  on: string,
  { correlationId, deadline, traceparent }: Because,
): Promise<Composition | null> => {
  const because = { correlationId, deadline, traceparent };
  const committee = await askCommittee(asking, committeeId, because);
  if (committee === undefined) return null;
  const seats = committee.seats.filter(({ definedOn }) => definedOn === null || definedOn <= on);
  const quorum = quorumOn(committee, on);
  if ((seats.length === 0 && quorum === null) || seats.length > MOST_SEATS) return null;
  const who = seats.length === 0 ? () => null : await sittingOn(asking, { committeeId, on }, because);
  const expected = seats.map(({ id, category }): ExpectedSeat => ({
    ...{ seatId: id, category, holderId: who('HOLDER', id), alternateId: who('ALTERNATE', id) },
  }));
  return { on, seats: expected, quorum };
};
