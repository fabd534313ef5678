import { headerOf, SERVICE } from '@benkan/doors';
import { holderOf, reserve, type EventStore } from '@benkan/event-store';
import { commandIdOf, derivedId } from '@benkan/messaging';
import type { Vault } from '@benkan/vault';
import { CALLER } from './register-reference';

type Marked = { readonly store: EventStore; readonly vault: Vault };

const keyOf = ({ vault }: Marked, edition: string): string => vault.digest('reference-edition', edition);

/** Whether an edition of the reference territory was loaded to its end. */
export const isLoaded = async (marked: Marked, edition: string): Promise<boolean> =>
  (await holderOf(marked.store, keyOf(marked, edition))) !== undefined;

/** Marks an edition as loaded: a reservation that nobody gives up. */
export const markLoaded = async (marked: Marked, edition: string, now: Date): Promise<void> => {
  const commandId = commandIdOf(CALLER, 'loaded', edition);
  const said = { principal: SERVICE, role: 'system' as const, territory: null, commandId };
  const told = { correlationId: commandId, causationId: commandId, at: now.toISOString() };
  const header = headerOf({ ...said, ...told }, marked.vault, { edition });
  await reserve(marked.store, keyOf(marked, edition), derivedId('reference-edition', edition), header);
};
