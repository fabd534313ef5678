import type { AnalyticsFact, Day } from '@benkan/analytics-domain';
import type { DataOf, HeardEvent } from '../heard-event';

/** A fact as it stands after an event, and the day it is of. */
export type Telling = { readonly fact: AnalyticsFact; readonly occurredOn: Day | null };

/** Kind and ids of one fact: its key. */
export type About = readonly [AnalyticsFact['kind'], ...string[]];

export type Rule<Data = unknown> = {
  /** What the event is about: one fact, one key. */
  readonly about: (data: Data) => About;
  /** The fact after the event; undefined when there is nothing it could change. */
  readonly tell: (data: Data, before: AnalyticsFact | undefined) => Telling | undefined;
};

/** A rule for an event that tells many facts at once. */
export type RuleOfMany<Data = unknown> = {
  readonly about: (data: Data) => readonly About[];
  /** The fact of one of these keys after the event. */
  readonly tell: (data: Data, before: AnalyticsFact | undefined, about: About) => Telling | undefined;
};

export type RuleOfType = readonly [HeardEvent['type'], RuleOfMany];

/** How many facts follow from events of one type. */
export const onMany = <Type extends HeardEvent['type']>(
  type: Type,
  rule: RuleOfMany<DataOf<Type>>,
): RuleOfType => [
  type,
  {
    // an event reaches a view only after its schema was checked
    about: (data) => rule.about(data as DataOf<Type>),
    tell: (data, before, about) => rule.tell(data as DataOf<Type>, before, about),
  },
];

/** How a fact follows from events of one type. */
export const on = <Type extends HeardEvent['type']>(type: Type, rule: Rule<DataOf<Type>>): RuleOfType =>
  onMany(type, { about: (data) => [rule.about(data)], tell: (data, before) => rule.tell(data, before) });
