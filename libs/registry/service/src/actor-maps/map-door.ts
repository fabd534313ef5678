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
import type { ActorMap, ActorMapFact } from '@benkan/registry-domain';
import { actorMaps } from '../aggregates';
import type { RegistryContext } from '../context';

/** What a request means: the command with its texts as references, and how it is decided. */
type Meaning = {
  readonly data: { readonly actorMapId: string };
  /** The day the fact is of. */
  readonly on: string | null;
  readonly decide: (state: ActorMap) => Decision<ActorMapFact, string>;
  /** What the answer carries beside the revision, from the map as it is then. */
  readonly extra?: (state: ActorMap) => Readonly<Record<string, unknown>>;
};

/** A door for what is said about one map that exists. */
export const mapDoor = <Name extends string, Request extends z.ZodType, Refusal extends string>(
  { handle, current, vault }: RegistryContext,
  contract: CommandContract<Name, Request, Refusal>,
  meaning: (asked: Asked<z.output<Request>>, texts: Sealing) => Meaning,
): Door =>
  commandDoor(contract, async (asked): Promise<Told> => {
    const texts = sealing(vault, asked.commandId);
    const { data, on, decide, extra } = meaning(asked, texts);
    const id = data.actorMapId;
    const told = await handle({
      aggregate: actorMaps,
      id,
      header: headerOf(asked, vault, data, on),
      decide,
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    if (extra === undefined || told.kind !== 'recorded') return { ...told, id };
    const { state } = await current(actorMaps, id);
    return { ...told, id, extra: extra(state) };
  });
