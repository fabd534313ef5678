import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/registry';
import { aggregatesReadBy } from '@benkan/event-store';
import { actorMap, committee, participant, project, protection, unit } from '@benkan/registry-domain';

/** Reads whatever the registry has ever stored. */
export const readRegistry = eventReader(storedEvents);

const aggregate = aggregatesReadBy(readRegistry, storedEvents);

export const units = aggregate('unit', unit);
export const committees = aggregate('committee', committee);
export const participants = aggregate('participant', participant);
export const projects = aggregate('project', project);
export const actorMaps = aggregate('actor-map', actorMap);
export const protections = aggregate('protection', protection);
