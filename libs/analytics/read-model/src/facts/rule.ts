import type { AnalyticsFact, Day } from '@benkan/analytics-domain';
import type { DataOf, HeardEvent } from '../heard-event';

/** A fact as it stands after an event, and the day it is of. */
export type Telling = { readonly fact: AnalyticsFact; readonly occurredOn: Day | null };

export type Rule<Data = unknown> = {
  /** Kind and ids of what the event is about: one fact, one key. */
  readonly about: (data: Data) => readonly [AnalyticsFact['kind'], ...string[]];
  /** The fact after the event; undefined when there is nothing it could change. */
  readonly tell: (data: Data, before: AnalyticsFact | undefined) => Telling | undefined;
};

export type RuleOfType = readonly [HeardEvent['type'], Rule];

/** How a fact follows from events of one type. */
export const on = <Type extends HeardEvent['type']>(type: Type, rule: Rule<DataOf<Type>>): RuleOfType => [
  type,
  {
    // an event reaches a view only after its schema was checked
    about: (data) => rule.about(data as DataOf<Type>),
    tell: (data, before) => rule.tell(data as DataOf<Type>, before),
  },
];
