import type { Ask, Because } from './asking';
import { participantsAsked } from './participants-asked';
import { participantKnowledge } from './registry-knowledge';
import { unitsAsked } from './subtree';

type Asked = { readonly name: string; readonly ids: readonly string[]; readonly because: Because };

const because = (correlationId = 'one'): Because => ({ correlationId, deadline: 0 });

/** A registry that knows these ids, and what it was asked. */
const registry = (known: readonly string[]) => {
  const asked: Asked[] = [];
  const ask = (async ({ name }, body, why) => {
    const { participantIds: ids } = body as unknown as { participantIds: readonly string[] };
    asked.push({ name, ids, because: why });
    return { items: ids.filter((id) => known.includes(id)).map((id) => ({ id, unitId: `unit of ${id}` })) };
  }) as Ask;
  return { ask, asked };
};

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

describe('participants asked for by one request', () => {
  it('are one question, the unknown left out', async () => {
    const { ask, asked } = registry(['a', 'b']);
    const find = participantsAsked(ask);
    const why = because();
    const found = await Promise.all(['a', 'nobody', 'b', 'a'].map((id) => find(id, why)));
    expect(found.map((one) => one?.unitId)).toEqual(['unit of a', undefined, 'unit of b', 'unit of a']);
    expect(asked).toEqual([{ name: 'registry.get-participants', ids: ['a', 'nobody', 'b'], because: why }]);
  });

  it('are as many questions as it takes', async () => {
    const { ask, asked } = registry([]);
    const find = participantsAsked(ask);
    const why = because();
    await Promise.all(numbered(601).map((id) => find(id, why)));
    expect(asked.map(({ ids }) => ids.length)).toEqual([300, 300, 1]);
  });

  it('are never asked in the name of another', async () => {
    const { ask, asked } = registry([]);
    const find = participantsAsked(ask);
    const [mine, yours] = [because('same'), because('same')];
    await Promise.all([find('a', mine), find('b', yours)]);
    expect(asked.map(({ ids, because: why }) => [ids, why === mine])).toEqual([
      [['a'], true],
      [['b'], false],
    ]);
  });

  it('fail together, and are asked for again', async () => {
    let broken = true;
    const { ask } = registry(['a']);
    const find = participantsAsked((async (...call: Parameters<Ask>) => {
      if (broken) throw new Error('away');
      return ask(...call);
    }) as Ask);
    const why = because();
    const both = await Promise.allSettled([find('a', why), find('b', why)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await find('a', why)).toMatchObject({ id: 'a' });
  });
});

it('a participant once known is not asked for again; an unknown one is', async () => {
  const { ask, asked } = registry(['a']);
  const knows = participantKnowledge(ask);
  for (const why of [because(), because()])
    expect(await Promise.all(['a', 'nobody'].map((id) => knows(id, why)))).toEqual([true, false]);
  expect(asked.map(({ ids }) => ids)).toEqual([['a', 'nobody'], ['nobody']]);
});

it('a participant found in a place is known without asking again', async () => {
  const { ask, asked } = registry(['a']);
  const knows = participantKnowledge(ask);
  const why = because();
  expect(await unitsAsked(ask).participant?.('a', why)).toBe('unit of a');
  expect(await knows('a', why)).toBe(true);
  expect(asked).toHaveLength(1);
});
