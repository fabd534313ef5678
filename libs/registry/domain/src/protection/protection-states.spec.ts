import { fold } from '@benkan/kernel';
import { keysOf, outcome } from '../registry.examples';
import { assessRisk } from './assess-risk/assess-risk';
import { authoriseNominativeExport } from './authorise-nominative-export/authorise-nominative-export';
import { exportNominative } from './export-nominative/export-nominative';
import * as example from './protection.examples';
import { protection, type Protection } from './protection';
import type { ProtectionFact } from './protection-facts';
import { requestNominativeExport } from './request-nominative-export/request-nominative-export';
import { setAttendanceMode } from './set-attendance-mode/set-attendance-mode';

const { saying, officer, committeeId, exportId, assessed, requested, authorised, modeSet } = example;
const tally = modeSet('TALLY', '2024-11-01');

const policies = {
  untouched: [],
  assessed: [assessed],
  'counts only': [tally],
  'counts only, assessed': [tally, assessed],
  'export asked': [requested],
  'export authorised': [requested, authorised],
} satisfies Record<string, readonly ProtectionFact[]>;

const setting = (mode: 'NOMINATIVE' | 'TALLY', since: string) => (state: Protection) => {
  const { setOn: _, ...data } = modeSet(mode, since).data;
  return setAttendanceMode(saying(data), state);
};
const commands = {
  assess: (state) => assessRisk(saying(assessed.data), state),
  tighten: setting('TALLY', example.today),
  loosen: setting('NOMINATIVE', example.tomorrow),
  loosenPast: setting('NOMINATIVE', example.today),
  request: (state) => requestNominativeExport(saying(requested.data), state),
  authorise: (state) => authoriseNominativeExport(saying({ committeeId, exportId }, officer), state),
  make: (state) => exportNominative(saying({ committeeId, exportId, participantIds: [] }, officer), state),
} satisfies Record<string, (state: Protection) => Parameters<typeof outcome>[0]>;

type Answers = Record<keyof typeof commands, string>;
const untouched: Answers = {
  ...{ assess: 'accepted', tighten: 'accepted', loosen: 'unchanged', loosenPast: 'unchanged' },
  ...{ request: 'accepted', authorise: 'export-unknown', make: 'export-unknown' },
};
const counted: Answers = {
  ...untouched,
  ...{ tighten: 'unchanged', loosen: 'assessment-missing', loosenPast: 'loosens-the-past' },
};
const asked: Answers = {
  ...untouched,
  ...{ request: 'unchanged', authorise: 'accepted', make: 'export-not-authorised' },
};
const table: Record<keyof typeof policies, Answers> = {
  untouched,
  assessed: { ...untouched, assess: 'unchanged' },
  'counts only': counted,
  'counts only, assessed': { ...counted, assess: 'unchanged', loosen: 'accepted' },
  'export asked': asked,
  'export authorised': { ...asked, authorise: 'unchanged', make: 'accepted' },
};

describe('every situation of a policy answers every command', () => {
  const pairs = keysOf(policies).flatMap((state) =>
    keysOf(commands).map((command) => ({ state, command, answer: table[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(commands[command](fold(protection, policies[state])))).toBe(answer),
  );
});
