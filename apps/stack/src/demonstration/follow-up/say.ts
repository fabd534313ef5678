import type { BatchAnswer, BatchItem, CommandContract } from '@benkan/contracts';
import { MAX_BATCH } from '@benkan/contracts';
import { derivedId } from '@benkan/messaging';
import type { DemoApi } from '../api';

/** A command of the set; `about` tells it from others of its kind, so that a restart sends the very same. */
export type Saying = {
  readonly contract: CommandContract;
  readonly about: string;
  readonly body: Readonly<Record<string, unknown>>;
};

const itemOf = ({ contract: { name }, about, body }: Saying): BatchItem => ({
  command: name,
  idempotencyKey: derivedId('demonstration', name, about),
  body: { ...body },
});

type Outcome = BatchAnswer['items'][number];

const refusalOf = (items: readonly BatchItem[], outcome: Outcome): string => {
  const what = outcome.outcome === 'refused' ? JSON.stringify(outcome.problem) : '';
  return `${items[outcome.index]?.command ?? ''}: ${what}`;
};

/** Sends commands in their order until each is recorded; answers the newest position, throws at a refusal. */
export const sayAll = async (api: DemoApi, sayings: readonly Saying[]): Promise<bigint> => {
  let position = 0n;
  let items = sayings.map(itemOf);
  while (items.length > 0) {
    const some = items.slice(0, MAX_BATCH);
    const answers = await api.batch(some);
    const refused = answers.find(({ outcome }) => outcome === 'refused');
    if (refused !== undefined) throw new Error(refusalOf(some, refused));
    for (const one of answers)
      if (one.outcome === 'ok' && BigInt(one.answer.position) > position)
        position = BigInt(one.answer.position);
    const failed = answers.filter(({ outcome }) => outcome === 'failed').map(({ index }) => index);
    items = [...some.filter((_, index) => failed.includes(index)), ...items.slice(MAX_BATCH)];
  }
  return position;
};
