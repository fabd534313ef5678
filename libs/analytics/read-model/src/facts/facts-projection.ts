import type { Projection, ViewEvent } from '@benkan/projections';
import { positionKey, type FactDocument, type FactVersion } from './fact-document';
import { fromMeetings } from './from-meetings';
import { fromRecommendations } from './from-recommendations';
import { fromRegistry } from './from-registry';
import { fromTraining } from './from-training';
import type { About, RuleOfMany, Telling } from './rule';

const rules: ReadonlyMap<string, RuleOfMany> = new Map([
  ...fromRegistry,
  ...fromTraining,
  ...fromMeetings,
  ...fromRecommendations,
]);

const added = (
  versions: readonly FactVersion[],
  { fact, occurredOn }: Telling,
  { position, at }: ViewEvent,
): readonly FactVersion[] => {
  const [recordedAt, recordedDay] = [positionKey(position.commit), at.slice(0, 10)];
  const former = versions
    .slice(-1)
    .map((version) => ({ ...version, voidedAt: recordedAt, voidedDay: recordedDay }));
  const version = { recordedAt, recordedDay, voidedAt: null, voidedDay: null, occurredOn, fact };
  return [...versions.slice(0, -1), ...former, version];
};

const keyOf = (about: About): string => about.join(':');
// kinds and ids hold no colon
const aboutOf = (key: string): About => key.split(':') as unknown as About;

const evolve = (view: FactDocument | undefined, event: ViewEvent, key: string): FactDocument | undefined => {
  const versions = view?.versions ?? [];
  const latest = versions.at(-1);
  const telling = rules.get(event.type)?.tell(event.data, latest?.fact, aboutOf(key));
  if (telling === undefined) return view;
  return { kind: telling.fact.kind, versions: added(versions, telling, event) };
};

/** One document a thing figures are made of; a later event voids the version before and adds its own. */
export const factsProjection: Projection<FactDocument> = {
  name: 'facts',
  version: 3,
  keys: (event) => rules.get(event.type)?.about(event.data).map(keyOf) ?? [],
  evolve,
};
