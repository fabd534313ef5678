import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@benkan/kernel';
import { meeting, type MeetingFact } from './meeting';

const folder = join(__dirname, 'history');
const read = <F extends MeetingFact>(type: F['type']): F => {
  const data: unknown = JSON.parse(readFileSync(join(folder, `${type}.v1.json`), 'utf8'));
  return { type, data } as F;
};

describe('the frozen history of meetings', () => {
  it('is still a meeting held, with a corrected sheet', () => {
    const facts = (
      ['meeting-convened', 'meeting-held', 'attendance-recorded', 'attendance-corrected'] as const
    ).map((type) => read<MeetingFact>(type));
    expect(fold(meeting, facts)).toMatchObject({ status: 'held', sheet: { mode: 'nominative' } });
  });

  it('is still a meeting held, with counts', () => {
    const facts = (['meeting-convened', 'meeting-held', 'attendance-tallied'] as const).map((type) =>
      read<MeetingFact>(type),
    );
    expect(fold(meeting, facts)).toMatchObject({
      status: 'held',
      sheet: { mode: 'tally', counts: { women: 5, men: 19 } },
    });
  });
});
