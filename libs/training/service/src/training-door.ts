import type { z } from 'zod';
import type { CommandContract, RequestOf } from '@benkan/contracts';
import { commandDoor, headerOf, sealing, type Asked, type Door, type Sealing } from '@benkan/doors';
import type { Decision } from '@benkan/kernel';
import type { Training, TrainingFact } from '@benkan/training-domain';
import { trainings } from './aggregates';
import type { TrainingContext } from './context';

type Meant = {
  /** The command without context, its texts already references. */
  readonly data: unknown;
  /** The day it is about, where it is about one. */
  readonly on?: string | null;
  readonly decide: (state: Training) => Decision<TrainingFact>;
  readonly extra?: Readonly<Record<string, unknown>>;
};
type OfTraining = z.ZodType<{ readonly trainingId: string }>;

/** A door for a command about a training that was planned: what it means is said once its texts are references. */
export const trainingDoor = <Name extends string, Request extends OfTraining, Refusal extends string>(
  { handle, vault }: Pick<TrainingContext, 'handle' | 'vault'>,
  contract: CommandContract<Name, Request, Refusal>,
  mean: (
    asked: Asked<RequestOf<CommandContract<Name, Request, Refusal>>>,
    texts: Sealing,
  ) => Meant | Promise<Meant>,
): Door =>
  commandDoor(contract, async (asked) => {
    const texts = sealing(vault, asked.commandId);
    const { data, on, decide, extra } = await mean(asked, texts);
    const { trainingId } = asked.body;
    const told = await handle({
      aggregate: trainings,
      id: trainingId,
      header: headerOf(asked, vault, data, on),
      decide,
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: trainingId, ...(extra === undefined ? {} : { extra }) };
  });

/** Each section of a request as a reference to the vault; null where nothing was written. */
export const sealedSections = <const Section extends string>(
  sections: readonly Section[],
  body: Readonly<Record<Section, string | null>>,
  texts: Sealing,
) =>
  Object.fromEntries(sections.map((section) => [section, texts.maybe(section, body[section])])) as Readonly<
    Record<Section, ReturnType<Sealing['maybe']>>
  >;
