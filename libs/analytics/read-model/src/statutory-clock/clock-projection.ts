import type { ClockFact } from '@benkan/analytics-domain';
import type { Projection, ViewEvent } from '@benkan/projections';
import { fromCommittees } from './from-committees';
import { fromMeetings } from './from-meetings';
import type { ClockRule } from './clock-rule';

const rules: ReadonlyMap<string, ClockRule> = new Map([...fromCommittees, ...fromMeetings]);

/** One document a committee, a meeting, its minutes and a recommendation: what the statutory clock is read from. */
export const clockProjection: Projection<ClockFact> = {
  name: 'statutory-clock',
  version: 3,
  keys: (event: ViewEvent) => {
    const key = rules.get(event.type)?.about(event.data);
    return key === undefined ? [] : [key];
  },
  evolve: (view, event) => rules.get(event.type)?.tell(event.data, view, event.id) ?? view,
};
