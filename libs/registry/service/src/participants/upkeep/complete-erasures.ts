import { SERVICE } from '@benkan/doors';
import { derivedId } from '@benkan/messaging';
import { pseudonym } from '@benkan/security';
import { eraseParticipant } from '@benkan/registry-domain';
import { participants } from '../../aggregates';
import type { RegistryContext } from '../../context';
import { forget } from '../erase-participant';

export type Upkeeping = Pick<
  RegistryContext,
  'current' | 'handle' | 'vault' | 'now' | 'log' | 'participants' | 'store' | 'rotateKeys'
>;

const headerFor = ({ vault, now }: Upkeeping, ref: string) => {
  const commandId = derivedId('erasure-completed', ref);
  return {
    commandId,
    commandHash: vault.digest('command', ref),
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

/**
 * An erasure the vault remembers and the history does not: a crash came between, or a backup from before was restored.
 * The fact is recorded after all, and whatever came back of the person is destroyed again. Answers how many.
 */
export const completeErasures = async (context: Upkeeping): Promise<number> => {
  let completed = 0;
  for await (const { ref } of context.vault.erasures()) {
    const { state } = await context.current(participants, ref);
    if (state.status !== 'registered') continue;
    const header = headerFor(context, ref);
    const duplicates = await forget(context, ref);
    const told = await context.handle({
      aggregate: participants,
      id: ref,
      header,
      decide: (now) =>
        eraseParticipant(
          {
            data: { participantId: ref, reason: 'KNOWN_TO_THE_VAULT', duplicates },
            at: header.at,
            by: { actor: header.actor.ref, role: 'system' },
          },
          now,
        ),
    });
    if (told.kind === 'recorded' && told.changed) completed += 1;
  }
  return completed;
};
