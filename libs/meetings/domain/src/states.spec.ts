import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fold, type Decision } from '@benkan/kernel';
import { meeting } from './meeting';
import { sayings, situations } from './states.examples';

const YES = 'accepted';
const SAME = 'unchanged';
type Answers = Record<keyof typeof sayings, string>;

const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? SAME : YES;
};

const unheld = (code: string) => ({
  ...{ 'record-attendance': code, 'record-attendance-sheet': code, 'record-tally': code },
  ...{ 'close-attendance-sheet': code, 'record-voice': code },
});
const known = { convene: SAME, 'plan-calendar': SAME };

const unknown: Answers = {
  ...{ convene: YES, 'plan-calendar': YES },
  ...{ postpone: 'meeting-unknown', cancel: 'meeting-unknown', hold: 'meeting-unknown' },
  ...{ 'set-agenda': 'meeting-unknown', 'correct-attendance': 'meeting-unknown' },
  ...unheld('meeting-unknown'),
};
const convened: Answers = {
  ...{ ...known, postpone: YES, cancel: YES, hold: YES, 'set-agenda': YES },
  ...{ ...unheld('meeting-not-held'), 'correct-attendance': 'attendance-not-recorded' },
};
const cancelled: Answers = {
  ...{ ...known, postpone: 'meeting-cancelled', cancel: SAME, hold: 'meeting-cancelled' },
  ...{ 'set-agenda': 'meeting-cancelled', 'correct-attendance': 'meeting-cancelled' },
  ...unheld('meeting-cancelled'),
};
const held: Answers = {
  ...{ ...known, postpone: 'meeting-already-held', cancel: 'meeting-already-held', hold: SAME },
  ...{ 'set-agenda': YES, 'record-attendance': YES, 'record-attendance-sheet': YES },
  ...{ 'correct-attendance': 'attendance-not-recorded', 'record-tally': YES },
  ...{ 'close-attendance-sheet': 'sheet-is-empty', 'record-voice': YES },
};
const names: Answers = {
  ...{ ...held, 'record-attendance': SAME, 'record-attendance-sheet': SAME, 'correct-attendance': YES },
  ...{ 'record-tally': 'attendance-is-nominative', 'close-attendance-sheet': YES },
};
const counts: Answers = {
  ...{ ...held, 'record-attendance': 'attendance-is-a-tally' },
  ...{ 'record-attendance-sheet': 'attendance-is-a-tally', 'record-tally': SAME },
  'close-attendance-sheet': YES,
};
const closed = { 'close-attendance-sheet': SAME, 'set-agenda': 'attendance-sheet-closed' };

const table: Record<keyof typeof situations, Answers> = {
  unknown,
  'convened, not installed': { ...convened, hold: 'committee-not-installed' },
  convened,
  'convened, with an agenda': { ...convened, 'set-agenda': SAME },
  postponed: { ...convened, postpone: SAME },
  cancelled,
  'postponed, cancelled': cancelled,
  held,
  'postponed, held': held,
  'held, names': names,
  'held, counts': counts,
  'held, names, closed': { ...names, ...closed },
  'held, counts, closed': { ...counts, ...closed },
  'held, voice': { ...held, 'record-voice': SAME },
};

const keysOf = <Table extends object>(of: Table) => Object.keys(of) as (keyof Table & string)[];

describe('every situation of a meeting answers every command', () => {
  const pairs = keysOf(situations).flatMap((state) =>
    keysOf(sayings).map((command) => ({ state, command, answer: table[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(sayings[command](fold(meeting, situations[state])))).toBe(answer),
  );
  it('leaves no pair out', () => expect(pairs.filter(({ answer }) => answer === undefined)).toEqual([]));
  it('leaves no command out: each has a folder of its name', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && existsSync(join(__dirname, entry.name, `${entry.name}.ts`)),
    );
    const parts = ['minutes', 'quorum'];
    const commands = folders.map(({ name }) => name).filter((name) => !parts.includes(name));
    expect(commands.sort()).toEqual(keysOf(sayings).sort());
  });
});
