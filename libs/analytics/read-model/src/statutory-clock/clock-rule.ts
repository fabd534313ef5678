import type { ClockFact } from '@benkan/analytics-domain';
import type { DataOf, HeardEvent } from '../heard-event';

export type ClockRule<Data = unknown> = {
  /** The key of the document the event is about. */
  readonly about: (data: Data) => string;
  /** The document after the event; undefined when there is nothing it could change. */
  readonly tell: (data: Data, before: ClockFact | undefined, eventId: string) => ClockFact | undefined;
};

/** How a document follows from events of one type. */
export const on = <Type extends HeardEvent['type']>(
  type: Type,
  rule: ClockRule<DataOf<Type>>,
): readonly [HeardEvent['type'], ClockRule] => [
  type,
  {
    // an event reaches a view only after its schema was checked
    about: (data) => rule.about(data as DataOf<Type>),
    tell: (data, before, eventId) => rule.tell(data as DataOf<Type>, before, eventId),
  },
];
