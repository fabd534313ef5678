import type { z } from 'zod';
import type { Role } from '@benkan/contracts';
import { getOfflineRoll, MAX_ROLL } from '@benkan/contracts/meetings';
import { askedBy, chief, committeeId, committeeOfTwo, guest } from './committee-of-two.examples';
import { getOfflineRollDoor } from './offline-roll';

const rollFor = async (mode: string | undefined, role: Role, came: readonly string[] = [chief, guest]) => {
  const { context, opened, recorded } = await committeeOfTwo(mode, came);
  const door = getOfflineRollDoor(context);
  if (!('answer' in door)) throw new Error('a command');
  const roll = getOfflineRoll.response.parse(await door.answer(askedBy(role, { committeeId })));
  return { roll: roll as z.output<typeof getOfflineRoll.response>, opened, records: await recorded() };
};

describe('meetings.get-offline-roll', () => {
  it('has those in office, then those who came without a seat, each once', async () => {
    const { roll } = await rollFor('NOMINATIVE', 'secretary');
    expect(roll.people.map(({ code, lastName, quality }) => [code, lastName, quality])).toEqual([
      ['C-1', 'Traoré', 'MEMBER'],
      ['C-2', 'Maïga', 'ALTERNATE'],
      ['G-1', 'Diarra', null],
    ]);
    expect(roll).toMatchObject({ on: '2024-11-21', named: true, cutShort: false, asOf: { position: '7' } });
  });

  it('leaves one record of the names it opened, for work without network', async () => {
    const { records } = await rollFor('NOMINATIVE', 'president');
    expect(records.map(({ type, data }) => [type, data])).toEqual([
      [
        'names-opened',
        {
          ...{ role: 'president', wireName: 'meetings.get-offline-roll', resourceId: committeeId },
          ...{ count: 3, purpose: 'OFFLINE_WORK' },
        },
      ],
    ]);
  });

  it.each([
    ['NOMINATIVE', 'supervisor'],
    ['PSEUDONYMOUS', 'secretary'],
    ['TALLY', 'secretary'],
  ] as const)('names nobody and leaves no record: %s, %s', async (mode, role) => {
    const { roll, records } = await rollFor(mode, role);
    expect(JSON.stringify(roll)).not.toMatch(/Awa|Traoré|Maïga|Diarra|4512/);
    expect([roll.named, records]).toEqual([false, []]);
  });

  it('lists nobody and opens nobody where the committee is counted', async () => {
    const { roll, opened } = await rollFor('TALLY', 'secretary');
    expect([roll.people, opened]).toEqual([[], []]);
  });

  it('holds so many and says when it left some out', async () => {
    const many = Array.from(
      { length: MAX_ROLL },
      (_, index) => `22222222-2222-5222-8222-${String(index).padStart(12, '0')}`,
    );
    const { roll } = await rollFor('PSEUDONYMOUS', 'secretary', many);
    expect([roll.people.length, roll.cutShort]).toEqual([MAX_ROLL, true]);
  });

  it('answers nobody where nobody can say how people are protected', () =>
    expect(rollFor(undefined, 'secretary')).rejects.toMatchObject({ code: 'unavailable' }));
});
