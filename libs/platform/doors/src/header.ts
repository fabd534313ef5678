import { canonicalJson, type CommandHeader } from '@benkan/event-store';
import type { Said, Speaker } from '@benkan/kernel';
import { pseudonym } from '@benkan/security';
import type { Vault } from '@benkan/vault';
import type { Asked } from './door';

type Identified = Pick<
  Asked<unknown>,
  'principal' | 'role' | 'territory' | 'commandId' | 'correlationId' | 'causationId' | 'at'
>;

type Digesting = Pick<Vault, 'digest'>;

const actorOf = ({ principal }: Identified, vault: Digesting): string =>
  pseudonym(principal, (purpose, text) => vault.digest(purpose, text));

/** What is stored beside the facts of a command. `meant` is the command without context, its texts already references. */
export const headerOf = (
  asked: Identified,
  vault: Digesting,
  meant: unknown,
  occurredOn?: string | null,
): CommandHeader => ({
  commandId: asked.commandId,
  commandHash: vault.digest('command', canonicalJson(meant) ?? ''),
  correlationId: asked.correlationId,
  causationId: asked.causationId,
  actor: {
    ref: actorOf(asked, vault),
    role: asked.role,
    territory: asked.territory,
  },
  at: asked.at,
  ...(occurredOn === undefined || occurredOn === null ? {} : { occurredOn }),
});

/** A command as the domain hears it. */
export const said = <Data>(asked: Identified, vault: Vault, data: Data): Said<Data> => {
  const by: Speaker = { actor: actorOf(asked, vault), role: asked.role };
  return { data, at: asked.at, by };
};
