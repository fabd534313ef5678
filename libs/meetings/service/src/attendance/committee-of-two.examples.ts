import type { Role } from '@benkan/contracts';
import type { Asked } from '@benkan/doors';
import { commandHandler, inMemoryStore, type RecordedEvent } from '@benkan/event-store';
import { inMemoryVault } from '@benkan/vault';
import type { MeetingsContext } from '../context';

const idOf = (last: number): string => `11111111-1111-5111-8111-11111111111${last}`;
export const [meetingId, committeeId, chief, officer, merged, guest] = [
  ...[idOf(1), idOf(2), idOf(4), idOf(5), idOf(6), idOf(0)],
] as [string, string, string, string, string, string];
const unitId = idOf(3);
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
  'registry.get-participants': ({ participantIds }) => ({
    items: (participantIds as readonly string[]).map(participant),
  }),
};

const storedIn = async (store: ReturnType<typeof inMemoryStore>): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  const stopping = new AbortController();
  for await (const item of store.subscribe({ signal: stopping.signal })) {
    if (item.kind === 'event') events.push(item.event);
    if (item.kind === 'caught-up') stopping.abort();
  }
  return events;
};

/** A committee of two, and what was opened and recorded of it. `came`: who stood on a sheet before. */
export const committeeOfTwo = async (mode: string | undefined, came: readonly string[] = []) => {
  const vault = inMemoryVault();
  await vault.sealPerson(chief, { code: 'C-1', firstNames: 'Awa', lastName: 'Traoré', phone: '76004512' });
  await vault.sealPerson(officer, { code: 'C-2', firstNames: 'Sékou', lastName: 'Maïga', phone: '66004512' });
  await vault.sealPerson(guest, { code: 'G-1', firstNames: 'Hawa', lastName: 'Diarra' });
  const held = [{ sheet: { lines: came.map((participantId) => ({ participantId })) } }];
  const found = { lean: () => Promise.resolve(held) };
  const listed = { select: () => ({ sort: () => ({ limit: () => found }) }) };
  const model = { findOne: () => ({ lean: () => Promise.resolve(meeting) }), find: () => listed };
  const opened: string[] = [];
  const store = inMemoryStore();
  const context = {
    vault: {
      openPeople: (refs: readonly string[]) => (opened.push(...refs), vault.openPeople(refs)),
      digest: vault.digest,
    },
    handle: commandHandler({ store }).handle,
    meetings: { current: () => model },
    texts: () => Promise.resolve(() => ''),
    position: () => 7n,
    ask: ({ name }: { readonly name: string }, body: Readonly<Record<string, unknown>>) =>
      Promise.resolve(name === 'registry.get-protection-policy' ? mode && { mode } : answers[name]?.(body)),
  } as unknown as MeetingsContext;
  return { context, opened, recorded: () => storedIn(store) };
};

/** A question as the door hears it, on the day of the meeting. */
export const askedBy = (role: Role, body: unknown): Asked<never> =>
  ({
    ...{ body, role, territory: unitId, at: '2024-11-21T09:00:00.000Z' },
    principal: { issuer: 'i', subject: 'awa', roles: [] },
    ...{ commandId: idOf(9), correlationId: idOf(9), causationId: idOf(9) },
  }) as unknown as Asked<never>;
