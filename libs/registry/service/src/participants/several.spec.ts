import { randomUUID } from 'node:crypto';
import type { Door } from '@benkan/doors';
import { participantDoors } from './doors';
import { participantsInMemory, registered, UNIT, type InMemory } from './registry.examples';

const ELSEWHERE = '22222222-2222-5222-8222-222222222222';

type Items = { readonly items: readonly { readonly id: string; readonly mergedInto: string | null }[] };

/** Asks for participants as somebody whose grants reach these units. */
const asking = async (
  { context }: InMemory,
  participantIds: readonly string[],
  unitIds?: readonly string[],
): Promise<Items> => {
  const isBulk = (one: Door): boolean => one.contract.name === 'registry.get-participants';
  const door = participantDoors(context).find(isBulk);
  if (door === undefined || !('answer' in door)) throw new Error('no such door');
  return (await door.answer({ body: { participantIds }, unitIds } as never)) as Items;
};

describe('several participants at once', () => {
  let registry: InMemory;
  beforeEach(() => {
    registry = participantsInMemory();
  });

  it('are answered as each alone, in the order asked, the unknown left out, nobody twice', async () => {
    const [one, two] = [
      await registered(registry, { code: 'A-1' }),
      await registered(registry, { code: 'A-2' }),
    ];
    const { items } = await asking(registry, [two, randomUUID(), one, two]);
    expect(items).toEqual([
      await registry.ask('get-participant', { participantId: two }),
      await registry.ask('get-participant', { participantId: one }),
    ]);
  });

  it('a sheet of 300 of them', async () => {
    const ids = await Promise.all(
      Array.from({ length: 300 }, (_, index) => registered(registry, { code: `A-${index}` })),
    );
    expect((await asking(registry, ids)).items.map(({ id }) => id)).toEqual(ids);
  });

  it('without those who lie outside', async () => {
    const inside = await registered(registry, { code: 'A-1' });
    const outside = await registered(registry, { code: 'A-1', unitId: ELSEWHERE });
    const seen = async (unitIds?: readonly string[]) =>
      (await asking(registry, [inside, outside], unitIds)).items.map(({ id }) => id);
    expect(await seen([UNIT])).toEqual([inside]);
    expect(await seen([])).toEqual([]);
    expect(await seen()).toEqual([inside, outside]);
  });
});
