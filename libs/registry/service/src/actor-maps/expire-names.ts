import { SERVICE } from '@benkan/doors';
import { StoreUnavailable } from '@benkan/event-store';
import { dayOf } from '@benkan/kernel';
import { derivedId } from '@benkan/messaging';
import { expireNames, namesToDestroy } from '@benkan/registry-domain';
import { mapsWithNamesExpired } from '@benkan/registry-read-model';
import { pseudonym } from '@benkan/security';
import { actorMaps } from '../aggregates';
import type { RegistryContext } from '../context';

export type Expiring = Pick<RegistryContext, 'actorMaps' | 'current' | 'handle' | 'vault' | 'now'>;

const headerFor = ({ vault, now }: Expiring, actorMapId: string, today: string) => {
  const commandId = derivedId('names-expired', actorMapId, today);
  return {
    commandId,
    commandHash: vault.digest('command', `${actorMapId}|${today}`),
    correlationId: commandId,
    causationId: commandId,
    actor: {
      ref: pseudonym(SERVICE, (purpose, text) => vault.digest(purpose, text)),
      role: 'system',
      territory: null,
    },
    at: now().toISOString(),
  };
};

/** Destroys every name whose last day has gone by, the texts first, then the fact. */
export const expireNamesDue = async (context: Expiring): Promise<void> => {
  const today = dayOf(context.now().toISOString());
  for (const actorMapId of await mapsWithNamesExpired(context.actorMaps.current(), today)) {
    const { state } = await context.current(actorMaps, actorMapId);
    const due = namesToDestroy(state, today);
    if (due.length === 0) continue;
    await context.vault.eraseTexts(due.flatMap(({ texts }) => texts.map(({ textRef }) => textRef)));
    const told = await context.handle({
      aggregate: actorMaps,
      id: actorMapId,
      header: headerFor(context, actorMapId, today),
      decide: (now) => expireNames({ actorMapId, on: today }, now),
    });
    if (told.kind === 'fault') throw new StoreUnavailable(told.detail);
  }
};
