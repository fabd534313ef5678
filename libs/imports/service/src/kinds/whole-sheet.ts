import type { CommandContract } from '@benkan/contracts';
import { derivedId } from '@benkan/messaging';
import { sideBySide } from '../jobs/side-by-side';
import type { Said, Say } from './saying';
import type { Done } from './step';

/** Most lines one command carries. */
const MOST_LINES = 300;
/** Lines said alone side by side. */
const WIDTH = 8;

type Keyed<Line> = { readonly key: string; readonly line: Line };

export type WholeSheet<Line> = {
  readonly contract: CommandContract;
  /** The command that says these lines. */
  readonly of: (lines: readonly Line[]) => object;
  /** The lines that stood before this import, as a question about one. */
  readonly stood: () => Promise<(line: Line) => boolean>;
  /** One line by itself: a refusal then says both values. */
  readonly alone: (line: Line, key: string) => Promise<Done>;
};

const LINE = /^\/lines\/(\d+)/;

/** The lines a refusal points at, by their number in the command. */
const pointedAt = (said: Said): ReadonlySet<number> => {
  const problems = said.kind === 'refused' ? (said.problems ?? []) : [];
  return new Set(problems.flatMap(({ pointer }) => LINE.exec(pointer)?.[1] ?? []).map(Number));
};

const inOrder = <Line>(lines: readonly Keyed<Line>[]): readonly Keyed<Line>[] =>
  [...lines].sort((one, other) => one.key.localeCompare(other.key, 'en', { numeric: true }));

const pagesOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / MOST_LINES) }, (_, page) =>
    items.slice(page * MOST_LINES, (page + 1) * MOST_LINES),
  );

/**
 * Lines gathered row by row and said in one command. A command that is refused says which lines are wrong: the others
 * are said without them, and each wrong one alone. The command is named after what it says, so that an import taken up
 * again says the same one.
 */
export const wholeSheet = <Line>(say: Say, { contract, of, stood, alone }: WholeSheet<Line>) => {
  const gathered: Keyed<Line>[] = [];
  const named = (lines: readonly Line[]): string => `sheet ${derivedId('sheet', JSON.stringify(lines))}`;

  /** The lines that are to be said alone, once all others stand; whether one of these is new. */
  const together = async (page: readonly Keyed<Line>[]) => {
    const left: Keyed<Line>[] = [];
    let lines = page;
    while (lines.length > 0) {
      const command = lines.map(({ line }) => line);
      const said = await say(contract, of(command), named(command));
      if (said.kind === 'answer')
        return { left, standing: lines, changed: (said.data as { changed: boolean }).changed };
      const wrong = pointedAt(said);
      left.push(...lines.filter((_, index) => wrong.size === 0 || wrong.has(index)));
      lines = lines.filter((_, index) => wrong.size > 0 && !wrong.has(index));
    }
    return { left, standing: lines, changed: false };
  };

  const close = async (): Promise<ReadonlyMap<string, Done>> => {
    const dones = new Map<string, Done>();
    const isOld = await stood();
    for (const page of pagesOf(inOrder(gathered))) {
      const { left, standing, changed } = await together(page);
      for (const { key, line } of standing)
        dones.set(key, { changed: changed && !isOld(line), troubles: [] });
      await sideBySide(left, { width: WIDTH }, async ({ key, line }) => {
        dones.set(key, await alone(line, key));
      });
    }
    return dones;
  };

  return { add: (key: string, line: Line): void => void gathered.push({ key, line }), close };
};
