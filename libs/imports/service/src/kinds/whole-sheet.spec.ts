import { recordAttendanceSheet } from '@benkan/contracts/meetings';
import type { Said, Say } from './saying';
import type { Done } from './step';
import { wholeSheet } from './whole-sheet';

type Line = { readonly participantId: string; readonly wrong?: boolean };
type Body = { readonly lines: readonly Line[] };

const CHANGED: Done = { changed: true, troubles: [] };
const REFUSED: Done = {
  changed: false,
  troubles: [{ code: 'differs-from-recorded', column: null, value: null }],
};

/** A door that keeps lines, and refuses a sheet with wrong ones. */
const desk = (stood: readonly string[] = []) => {
  const kept = new Set(stood);
  const commands: { readonly key: string; readonly ids: readonly string[] }[] = [];
  const alone: string[] = [];
  const say: Say = async (_, body, key) => {
    const { lines } = body as Body;
    commands.push({ key, ids: lines.map(({ participantId }) => participantId) });
    const problems = lines.flatMap(({ wrong }, index) =>
      wrong === true ? [{ pointer: `/lines/${index}/participantId`, code: 'participant-unknown' }] : [],
    );
    if (problems.length > 0) return { v: 1, kind: 'refused', code: 'sheet-has-problems', problems } as Said;
    const before = kept.size;
    for (const { participantId } of lines) kept.add(participantId);
    return { v: 1, kind: 'answer', data: { id: 'm', changed: kept.size > before } } as unknown as Said;
  };
  const sheet = (saying: Say = say) =>
    wholeSheet<Line>(saying, {
      contract: recordAttendanceSheet,
      of: (lines) => ({ meetingId: 'm', lines }),
      stood: async () => {
        const before = new Set(stood);
        return ({ participantId }) => before.has(participantId);
      },
      alone: async ({ participantId, wrong }) => {
        alone.push(participantId);
        return wrong === true ? REFUSED : CHANGED;
      },
    });
  return { sheet, say, commands, alone, kept };
};

const said = async (one: ReturnType<ReturnType<typeof desk>['sheet']>, lines: readonly Line[]) => {
  for (const [index, line] of lines.entries()) one.add(`line ${index + 1}`, line);
  return one.close();
};
const numbered = (count: number): readonly Line[] =>
  Array.from({ length: count }, (_, index) => ({ participantId: `p${index}` }));

describe('the lines of a sheet', () => {
  it('are said in one command, in the order of the sheet however the rows came', async () => {
    const at = desk();
    const sheet = at.sheet();
    for (const line of [10, 2, 1]) sheet.add(`line ${line}`, { participantId: `p${line}` });
    const dones = await sheet.close();
    expect(at.commands.map(({ ids }) => ids)).toEqual([['p1', 'p2', 'p10']]);
    expect([...dones]).toEqual([1, 2, 10].map((line) => [`line ${line}`, CHANGED]));
  });

  it('are new where they did not stand before, and no other', async () => {
    const dones = await said(desk(['p0']).sheet(), numbered(2));
    expect([...dones.values()].map(({ changed }) => changed)).toEqual([false, true]);
  });

  it('are all unchanged where the command says nothing new', async () => {
    const at = desk();
    await said(at.sheet(), numbered(2));
    const dones = await said(at.sheet(), numbered(2));
    expect([...dones.values()].map(({ changed }) => changed)).toEqual([false, false]);
  });

  it('land without the wrong ones, each of which is then said alone', async () => {
    const at = desk();
    const [one, two, three] = numbered(3);
    const dones = await said(at.sheet(), [one, { ...two, wrong: true }, three] as readonly Line[]);
    expect(at.commands.map(({ ids }) => ids)).toEqual([
      ['p0', 'p1', 'p2'],
      ['p0', 'p2'],
    ]);
    expect(at.alone).toEqual(['p1']);
    expect(['line 1', 'line 2', 'line 3'].map((key) => dones.get(key))).toEqual([CHANGED, REFUSED, CHANGED]);
  });

  it('are said one by one where the refusal points at none of them', async () => {
    const at = desk();
    const refusing = async (): Promise<Said> => ({ v: 1, kind: 'refused', code: 'meeting-not-held' }) as Said;
    await said(at.sheet(refusing), numbered(3));
    expect(at.alone.sort()).toEqual(['p0', 'p1', 'p2']);
  });

  it('are as many commands as it takes, 300 lines each', async () => {
    const at = desk();
    const dones = await said(at.sheet(), numbered(601));
    expect(at.commands.map(({ ids }) => ids.length)).toEqual([300, 300, 1]);
    expect(dones.size).toBe(601);
  });

  it('are the same command when the import is taken up again, and another one when they differ', async () => {
    const at = desk();
    await said(at.sheet(), numbered(2));
    await said(at.sheet(), numbered(2));
    await said(at.sheet(), numbered(3));
    const [first, again, other] = at.commands.map(({ key }) => key);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('are no command where there are none', async () => {
    const at = desk();
    expect([...(await at.sheet().close())]).toEqual([]);
    expect(at.commands).toEqual([]);
  });
});
