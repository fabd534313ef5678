import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { Canary } from './canaries/canary';
import { mustPass } from './canaries/green';
import { red } from './canaries/red';
import { roomOf } from './nx-projects.cjs';
import { axes } from './rooms.cjs';

type Verdicts = {
  readonly projects: readonly {
    readonly name: string;
    readonly root: string;
    readonly tags: readonly string[];
  }[];
  readonly verdicts: readonly (readonly string[])[];
};

const lint = async (canaries: readonly Canary[]): Promise<Verdicts> => {
  const child = spawn(process.execPath, [join(__dirname, 'lint-canaries.mjs')], {
    env: { ...process.env, NX_DAEMON: 'false' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(canaries));
  return JSON.parse(await text(child.stdout)) as Verdicts;
};

const rootOf = (file: string): string => (file.startsWith('tools/') ? '.' : roomOf(file).root);
const said = ({ file, code }: Canary): string => `${file}: ${code.trim()}`;

describe('the walls', () => {
  const all = [...red, ...mustPass];
  let answer: Verdicts;

  beforeAll(async () => {
    answer = await lint(all);
  }, 240_000);

  const verdictOn = (canary: Canary): readonly string[] => answer.verdicts[all.indexOf(canary)] ?? [];
  const roots = (): readonly string[] => answer.projects.map(({ root }) => root);

  it('stand between rooms that exist', () => {
    const missing = all.map(({ file }) => rootOf(file)).filter((root) => !roots().includes(root));
    expect([...new Set(missing)]).toEqual([]);
  });

  it.each(red.map((canary) => [said(canary), canary] as const))('red: %s', (_said, canary) => {
    expect(verdictOn(canary)).toContain(canary.expect);
  });

  it.each(mustPass.map((canary) => [said(canary), canary] as const))('green: %s', (_said, canary) => {
    expect(verdictOn(canary)).toEqual([]);
  });

  it('give every project one known tag on each axis', () => {
    const known = Object.entries(axes).map(([axis, values]) => values.map((value) => `${axis}:${value}`));
    for (const { name, tags } of answer.projects) {
      const own = tags.filter((tag) => !tag.startsWith('npm:'));
      expect({ name, tags: known.map((axis) => own.filter((tag) => axis.includes(tag)).length) }).toEqual({
        name,
        tags: [1, 1, 1],
      });
      expect(own).toHaveLength(3);
    }
  });
});

describe('a folder', () => {
  it.each([
    ['libs/meetings/domian/src/index.ts'],
    ['libs/utils/src/index.ts'],
    ['libs/platform/vault-mongoo/src/index.ts'],
    ['libs/gateway/domain/src/index.ts'],
    ['apps/backoffice/src/main.ts'],
    ['apps/loose.ts'],
  ])('of unknown shape is refused with what to do: %s', (file) => {
    expect(() => roomOf(file)).toThrow(/move it under one of docs\/map\.md/);
  });

  it('tells a port from its adapter', () => {
    expect(roomOf('libs/platform/event-store/src/index.ts').tags).toContain('type:port');
    expect(roomOf('libs/platform/event-store-esdb/src/index.ts').tags).toContain('type:adapter');
  });
});
