import type { z } from 'zod';
import type { Role } from '@benkan/contracts';
import { getAttendanceSheet } from '@benkan/contracts/meetings';
import { getAttendanceSheetDoor } from './attendance-sheet';
import { askedBy, committeeId, committeeOfTwo, meetingId } from './committee-of-two.examples';

const sheetFor = async (mode: string | undefined, role: Role) => {
  const { context, opened, recorded } = await committeeOfTwo(mode);
  const door = getAttendanceSheetDoor(context);
  if (!('answer' in door)) throw new Error('a command');
  const answer = await door.answer(askedBy(role, { meetingId }));
  const sheet = answer as z.input<typeof getAttendanceSheet.response>;
  return { sheet, opened, records: await recorded() };
};

describe('meetings.get-attendance-sheet', () => {
  it('expects those in office on the day, seat by seat, under the record they go by now', async () => {
    const { sheet } = await sheetFor('NOMINATIVE', 'secretary');
    expect(getAttendanceSheet.response.safeParse(sheet).error?.issues ?? []).toEqual([]);
    expect(sheet.members.map(({ code, lastName, seat, quality }) => [code, lastName, seat, quality])).toEqual(
      [
        ['C-1', 'Traoré', 'Chef de quartier', 'MEMBER'],
        ['C-2', 'Maïga', 'Commissaire', 'ALTERNATE'],
      ],
    );
    expect(sheet).toMatchObject({ named: true, communeCode: 'ML090104', on: '2024-11-21' });
  });

  it('shows the phone of those alone who agreed to be called', async () => {
    const { sheet } = await sheetFor('NOMINATIVE', 'president');
    expect(sheet.members.map(({ phone }) => phone)).toEqual(['76004512', null]);
  });

  it.each(['supervisor', 'protection-officer'] as const)('names nobody to a %s', async (role) => {
    const { sheet } = await sheetFor('NOMINATIVE', role);
    expect(sheet.named).toBe(false);
    expect(JSON.stringify(sheet)).not.toMatch(/Awa|Traoré|Maïga|4512/);
    expect(sheet.members.map(({ code, seat }) => [code, seat])).toEqual([
      ['C-1', 'Chef de quartier'],
      ['C-2', 'Commissaire'],
    ]);
  });

  it('has codes and nothing that says whose, where the committee goes by codes', async () => {
    const { sheet } = await sheetFor('PSEUDONYMOUS', 'secretary');
    expect(sheet.members.map(({ code }) => code)).toEqual(['C-1', 'C-2']);
    expect(JSON.stringify(sheet)).not.toMatch(/Awa|Traoré|Maïga|4512|Chef|Commissaire|POLICE/);
  });

  it('leaves one record of the names it opened: how many, of which committee, to whom, and nobody’s name', async () => {
    const { records } = await sheetFor('NOMINATIVE', 'secretary');
    expect(records).toMatchObject([
      {
        type: 'names-opened',
        stream: expect.stringMatching(/^access-[0-9a-f-]{36}$/),
        metadata: { actor: { ref: expect.stringMatching(/^[0-9a-f]{64}$/), role: 'secretary' } },
        data: {
          ...{ role: 'secretary', wireName: 'meetings.get-attendance-sheet', resourceId: committeeId },
          ...{ count: 2, purpose: 'ATTENDANCE_SHEET' },
        },
      },
    ]);
    const bytes = JSON.stringify(records, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value));
    expect(bytes).not.toMatch(/Awa|awa|Traoré|Maïga|4512/);
  });

  it.each([
    ['NOMINATIVE', 'supervisor'],
    ['PSEUDONYMOUS', 'secretary'],
    ['TALLY', 'secretary'],
  ] as const)('leaves none where it names nobody: %s, %s', async (mode, role) =>
    expect((await sheetFor(mode, role)).records).toEqual([]),
  );

  it('lists nobody and opens nobody where the committee is counted', async () => {
    const { sheet, opened } = await sheetFor('TALLY', 'secretary');
    expect([sheet.members, opened]).toEqual([[], []]);
  });

  it('names nobody where nobody can say how people are protected', () =>
    expect(sheetFor(undefined, 'secretary')).rejects.toMatchObject({ code: 'unavailable' }));
});
