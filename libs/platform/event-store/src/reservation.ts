import { v5 } from 'uuid';
import { accept, refuse, type Decision, type Fact } from '@benkan/kernel';
import type { Aggregate, CommandHeader, Handled } from './aggregate';
import { StoreUnavailable, type EventStore } from './event-store';
import { commandHandler } from './handle';
import { UnreadableHistory } from './loaded';

type Held = { readonly holder: string };
type Reserved = Fact<'reserved', Held>;
type Released = Fact<'released', Held>;
type ReservationFact = Reserved | Released;
type Reservation = { readonly holder: string | undefined };

const isHeld = (data: unknown): data is Held =>
  typeof data === 'object' && data !== null && 'holder' in data && typeof data.holder === 'string';

/** Streams `reserve-<key>`: whoever came first holds the key, until it is released. */
const reservations: Aggregate<Reservation, ReservationFact> = {
  name: 'reserve',
  fold: {
    initial: { holder: undefined },
    evolve: (_state, { type, data }) => ({ holder: type === 'reserved' ? data.holder : undefined }),
  },
  read: (type, version, data) =>
    (type === 'reserved' || type === 'released') && version === 1 && isHeld(data)
      ? { kind: 'fact', fact: { type, data } }
      : { kind: 'unreadable', reason: 'no reservation' },
  versions: { reserved: 1, released: 1 },
};

/** A command that has reserved the key before, and whose reservation was released since: it does not reserve it again. */
export class ReservationGivenUp extends Error {
  readonly code = 'reservation-given-up';
}

// an identity of its own for each key and verb: no event of it has the id of another event of the same command
const ownHeader = (header: CommandHeader, verb: string, key: string): CommandHeader => ({
  ...header,
  commandId: v5(`${verb}|reserve-${key}`, header.commandId),
  causationId: header.commandId,
});

const assertNoFault = (told: Handled): void => {
  // whoever says the same key with another body hears so from the aggregate it is meant for
  if (told.kind !== 'fault' || told.code === 'idempotency-key-reused') return;
  // nobody may take for free what somebody holds
  if (told.code === 'unreadable-history') throw new UnreadableHistory(told.detail);
  throw new StoreUnavailable(`${told.code}: ${told.detail}`);
};

type Asked = {
  readonly key: string;
  readonly header: CommandHeader;
  readonly decide: (state: Reservation) => Decision<ReservationFact>;
};

const told = async (store: EventStore, verb: string, { key, header, decide }: Asked): Promise<Handled> => {
  const { handle } = commandHandler({ store });
  const answer = await handle({
    aggregate: reservations,
    id: key,
    header: ownHeader(header, verb, key),
    decide,
  });
  assertNoFault(answer);
  return answer;
};

/**
 * Who holds a key, if anybody. `key` is a keyed digest, hex.
 * Throws `StoreUnavailable` and `UnreadableHistory`.
 */
export const holderOf = async (store: EventStore, key: string): Promise<string | undefined> =>
  (await commandHandler({ store }).current(reservations, key)).state.holder;

/**
 * One holder a key, across streams: appends `reserved` to `reserve-<key>` unless somebody holds it.
 * Answers who holds the key: `holder`, or whoever came first. Said again, it reserves nothing again.
 * Throws `StoreUnavailable` (ask again with the same header), `UnreadableHistory` and `ReservationGivenUp`.
 */
export const reserve = async (
  store: EventStore,
  key: string,
  holder: string,
  header: CommandHeader,
): Promise<string> => {
  await told(store, 'reserve', {
    key,
    header,
    decide: (state) => {
      if (state.holder === holder) return accept();
      return state.holder === undefined ? accept({ type: 'reserved', data: { holder } }) : refuse('held');
    },
  });
  const held = await holderOf(store, key);
  if (held === undefined) throw new ReservationGivenUp(`${holder} has given up its reservation`);
  return held;
};

/**
 * Appends `released` when `holder` holds the key; the next to ask may reserve it.
 * Releasing what another one holds, or nobody, changes nothing.
 * Throws `StoreUnavailable` (ask again with the same header) and `UnreadableHistory`.
 */
export const release = async (
  store: EventStore,
  key: string,
  holder: string,
  header: CommandHeader,
): Promise<void> => {
  await told(store, 'release', {
    key,
    header,
    decide: (state) => (state.holder === holder ? accept({ type: 'released', data: { holder } }) : accept()),
  });
};
