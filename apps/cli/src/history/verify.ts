import { verifyChain, type ChainCheck, type EventStore } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import type { Run, Said } from '../command';
import { withStores } from '../stores';

const WHY: Readonly<Record<Extract<ChainCheck, { kind: 'broken' }>['reason'], string>> = {
  'missing-event': 'un événement manque',
  'no-chain': 'pas d’empreinte',
  'another-predecessor': 'l’événement d’avant n’est plus le même',
  altered: 'l’événement a été modifié',
};

const streamsIn = async (store: EventStore, stop: AbortSignal): Promise<ReadonlySet<string>> => {
  const streams = new Set<string>();
  const over = new AbortController();
  const signal = AbortSignal.any([stop, over.signal]);
  for await (const item of store.subscribe({ signal })) {
    if (item.kind === 'event') streams.add(item.event.stream);
    if (item.kind === 'caught-up') over.abort();
  }
  stop.throwIfAborted();
  return streams;
};

const broken = async (
  store: EventStore,
  streams: Iterable<string>,
  { say, signal }: Said,
): Promise<number> => {
  let count = 0;
  for (const stream of streams) {
    signal.throwIfAborted();
    const check = await verifyChain(store, stream);
    if (check.kind === 'whole') continue;
    count += 1;
    say(`${stream} révision ${check.revision} : ${WHY[check.reason]}`);
  }
  return count;
};

export const runVerify: Run = (said) =>
  withStores<0 | 1>(said.config, async ({ esdbUrl }) => {
    const store = esdbEventStore({ url: esdbUrl });
    try {
      const [only] = said.words;
      const streams = only === undefined ? await streamsIn(store, said.signal) : new Set([only]);
      const count = await broken(store, streams, said);
      said.say(
        `${streams.size} flux relus, ${count === 0 ? 'toutes les chaînes tiennent' : `${count} rompus`}.`,
      );
      return count === 0 ? 0 : 1;
    } finally {
      await store.close();
    }
  });
