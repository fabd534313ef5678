import type { z } from 'zod';
import type { Role } from '@benkan/contracts';
import { getAttendanceSheet } from '@benkan/contracts/meetings';
import type { Asked } from '@benkan/doors';
import { inMemoryVault } from '@benkan/vault';
import type { MeetingsContext } from '../context';
import { getAttendanceSheetDoor } from './attendance-sheet';

const idOf = (last: number): string => `11111111-1111-5111-8111-11111111111${last}`;
const [meetingId, committeeId, unitId, chief, officer, merged] = [1, 2, 3, 4, 5, 6].map(idOf) as [
  ...[string, string, string, string, string, string],
];
const seats = [
  { id: idOf(7), label: 'Chef de quartier' },
  { id: idOf(8), label: 'Commissaire' },
];
const meeting = {
  ...{ id: meetingId, committeeId, unitId, meetingKind: 'STATUTORY', status: 'CONVENED', day: '2024-11-21' },
  ...{ presidingCapacity: null, agenda: [], items: [], place: null, plannedPlace: null, revision: '0' },
};

const participant = (id: string) => ({
  ...{ id, sex: 'F', ageBand: '41-59', structureKind: 'POLICE', erased: false },
  mergedInto: id === merged ? officer : null,
  consents: id === chief ? [{ purpose: 'CONTACT', status: 'GIVEN', channel: 'ORAL', on: '2024-01-01' }] : [],
});

const sitting = (participantId: string, seat: number, quality: 'HOLDER' | 'ALTERNATE') => ({
  ...{ membershipId: idOf(9), participantId, seatId: seats[seat]?.id, quality },
});

/** A registry of two seats; who sits is told two pages at a time, out of order. */
const answers: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => unknown>> = {
  'registry.get-committee': () => ({ id: committeeId, name: 'CCS-C', seats }),
  'registry.get-unit': () => ({
    name: 'Commune IV',
    codes: [
      { system: 'HDX_COD', code: 'ML090104' },
      { system: 'LOI_2023_007', code: '04' },
    ],
  }),
  'registry.list-memberships': ({ after, on }) => {
    if (on !== '2024-11-21') throw new Error('another day');
    return after === undefined
      ? { items: [sitting(merged, 1, 'ALTERNATE')], next: 'more' }
      : { items: [sitting(chief, 0, 'HOLDER')] };
  },
  'registry.get-participant': ({ participantId }) => participant(String(participantId)),
};

const sheetFor = async (mode: string | undefined, role: Role) => {
  const vault = inMemoryVault();
  await vault.sealPerson(chief, { code: 'C-1', firstNames: 'Awa', lastName: 'Traoré', phone: '76004512' });
  await vault.sealPerson(officer, { code: 'C-2', firstNames: 'Sékou', lastName: 'Maïga', phone: '66004512' });
  const model = { findOne: () => ({ lean: () => Promise.resolve(meeting) }) };
  const opened: string[] = [];
  const context = {
    vault: {
      openPeople: (refs: readonly string[]) => (opened.push(...refs), vault.openPeople(refs)),
    },
    meetings: { current: () => model },
    texts: () => Promise.resolve(() => ''),
    ask: ({ name }: { readonly name: string }, body: Readonly<Record<string, unknown>>) =>
      Promise.resolve(name === 'registry.get-protection-policy' ? mode && { mode } : answers[name]?.(body)),
  } as unknown as MeetingsContext;
  const door = getAttendanceSheetDoor(context);
  if (!('answer' in door)) throw new Error('a command');
  const asked = { body: { meetingId }, role } as unknown as Asked<never>;
  const sheet = (await door.answer(asked)) as z.input<typeof getAttendanceSheet.response>;
  return { sheet, opened };
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

  it('lists nobody and opens nobody where the committee is counted', async () => {
    const { sheet, opened } = await sheetFor('TALLY', 'secretary');
    expect([sheet.members, opened]).toEqual([[], []]);
  });

  it('names nobody where nobody can say how people are protected', () =>
    expect(sheetFor(undefined, 'secretary')).rejects.toMatchObject({ code: 'unavailable' }));
});
