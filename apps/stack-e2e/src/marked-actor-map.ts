import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as registry from '@benkan/contracts/registry';

type Plant = (contract: CommandContract, role: string, path: string, body: object) => Promise<CommandAnswer>;
type Marked = {
  readonly plant: Plant;
  readonly text: () => string;
  /** Remembers what a query shows. */
  readonly read: (role: string, path: string, atLeast?: string) => Promise<void>;
};

/** Says everything there is to say of a commune's actors, with a marker in each free text. */
export const plantActorMap = async (marked: Marked & { readonly unitId: string }): Promise<void> => {
  const { plant, text, read, unitId } = marked;
  const on = '2024-11-15';
  const start = { unitId, mappedOn: on };
  const { id } = await plant(registry.startMapping, 'focal-point', 'actor-maps', start);
  const map = `actor-maps/${id}`;
  const say = (contract: CommandContract, path: string, body: object) =>
    plant(contract, 'focal-point', `${map}/${path}`, body);
  const actor = { kind: 'ORGANISATION', category: 'ORG_FEMMES', influence: 3, interest: 5, on };
  const adding = await say(registry.addActor, 'actors', { ...actor, name: text() });
  const { actorId } = adding as unknown as { readonly actorId: string };
  const flagging = { group: 'OTHER', otherGroup: text(), actorId, on };
  const flagged = await say(registry.flagExcludedGroup, 'excluded-groups', flagging);
  const { exclusionId } = flagged as unknown as { readonly exclusionId: string };
  await say(registry.proposeInclusionStrategy, 'inclusion-strategies', { exclusionId, text: text(), on });
  const review = { exclusionId, reviewedOn: '2024-12-01', outcome: 'NOT_YET', note: text() };
  await say(registry.reviewInclusion, 'inclusion-reviews', review);
  await read('supervisor', map);
  const revising = { name: text(), on: '2024-12-02', reason: text() };
  await say(registry.reviseActor, `actors/${actorId}/revision`, revising);
  await read('supervisor', map);
  await say(registry.removeActor, `actors/${actorId}/removal`, { on: '2024-12-03', reason: text() });
  await say(registry.archiveMap, 'archiving', { on: '2024-12-04', reason: text() });
};
