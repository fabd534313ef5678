import { randomUUID } from 'node:crypto';
import { adding, counterStream } from './counter.examples';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import { all } from './store.examples';
import { inOrder, troubled, type Trouble } from './troubled.examples';

const witnessed = (...troubles: readonly Trouble[]) => {
  const memory = inMemoryStore();
  const told: string[] = [];
  const next = inOrder(...troubles);
  const { store } = troubled(memory, () => {
    told.push('append');
    return next();
  });
  const seal = async () => void told.push('seal');
  return { memory, told, seal, ...commandHandler({ store }) };
};

describe('sealing: vault first, event second', () => {
  it('happens before the append', async () => {
    const { handle, seal, told } = witnessed();
    await handle(adding(randomUUID(), [1], { seal }));
    expect(told).toEqual(['seal', 'append']);
  });

  it('does not happen for a refusal, nor where nothing is new', async () => {
    const { handle, seal, told } = witnessed();
    const id = randomUUID();
    expect(await handle(adding(id, [101], { seal }))).toMatchObject({ kind: 'refused' });
    expect(await handle(adding(id, [], { seal }))).toMatchObject({ changed: false });
    expect(await handle(adding(id, [1], { seal, ifMatch: 7n }))).toMatchObject({ code: 'stale-revision' });
    expect(told).toEqual([]);
  });

  it('happens once, however often the race is lost', async () => {
    const { handle, seal, told } = witnessed({ kind: 'conflict' }, { kind: 'conflict' });
    expect(await handle(adding(randomUUID(), [1], { seal }))).toMatchObject({ kind: 'recorded' });
    expect(told).toEqual(['seal', 'append', 'append', 'append']);
  });

  it('that fails leaves nothing behind, and the next command is heard', async () => {
    const { handle, memory, told } = witnessed();
    const id = randomUUID();
    const seal = async () => {
      throw new Error('the vault is away');
    };
    await expect(handle(adding(id, [1], { seal }))).rejects.toThrow('the vault is away');
    expect(told).toEqual([]);
    expect(await handle(adding(id, [1]))).toMatchObject({ kind: 'recorded', revision: 0n });
    expect(await all(memory.read(counterStream(id)))).toHaveLength(1);
  });
});
