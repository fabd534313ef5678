import type { z } from 'zod';
import type { CommandContract } from '@benkan/contracts';
import {
  commandDoor,
  headerOf,
  sealing,
  type Asked,
  type Door,
  type Sealing,
  type Told,
} from '@benkan/doors';
import type { Decision } from '@benkan/kernel';
import type { Protection, ProtectionFact } from '@benkan/registry-domain';
import { committees, protections } from '../aggregates';
import type { RegistryContext } from '../context';

type OfCommittee = { readonly committeeId: string };

/** What a request means: the command with its texts as references, and how it is decided. */
type Meaning = {
  readonly data: OfCommittee;
  /** The day the fact is of. */
  readonly on: string | null;
  readonly decide: (state: Protection, committeeKnown: boolean) => Decision<ProtectionFact, string>;
  readonly extra?: Readonly<Record<string, unknown>>;
};

export const committeeKnown = async (
  { current }: Pick<RegistryContext, 'current'>,
  committeeId: string,
): Promise<boolean> => (await current(committees, committeeId)).state.status !== 'unknown';

/** A door for what is said about the protection of one committee's people. */
export const protectionDoor = <Name extends string, Request extends z.ZodType, Refusal extends string>(
  context: RegistryContext,
  contract: CommandContract<Name, Request, Refusal>,
  meaning: (asked: Asked<z.output<Request>>, texts: Sealing) => Meaning,
): Door =>
  commandDoor(contract, async (asked): Promise<Told> => {
    const texts = sealing(context.vault, asked.commandId);
    const { data, on, decide, extra = {} } = meaning(asked, texts);
    const known = await committeeKnown(context, data.committeeId);
    const told = await context.handle({
      aggregate: protections,
      id: data.committeeId,
      header: headerOf(asked, context.vault, data, on),
      decide: (state) => decide(state, known),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: data.committeeId, extra };
  });
