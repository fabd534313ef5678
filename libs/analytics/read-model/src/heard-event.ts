import type { FactOf } from '@benkan/contracts';
import type { storedEvents as meetings } from '@benkan/contracts/meetings';
import type { storedEvents as registry } from '@benkan/contracts/registry';
import type { storedEvents as training } from '@benkan/contracts/training';
import type { ViewEvent } from '@benkan/projections';

type Stored = (typeof registry)[number] | (typeof meetings)[number] | (typeof training)[number];
type Told<F> = F extends { readonly type: infer Type extends string; readonly data: infer Data }
  ? ViewEvent<Type, Data>
  : never;

/** Whatever the other services have ever stored, as analytics hears it. */
export type HeardEvent = Told<FactOf<Stored>>;
export type DataOf<Type extends HeardEvent['type']> = Extract<HeardEvent, { type: Type }>['data'];
