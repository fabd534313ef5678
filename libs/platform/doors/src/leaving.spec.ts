import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand, defineQuery, pageOf } from '@benkan/contracts';
import type { Request } from '@benkan/messaging';
import { signedContexts } from '@benkan/security';
import { trustedClock } from './clock-guard';
import { commandDoor, queryDoor, type Door } from './door';
import { leavingBy } from './leaving';
import { openDoor, type Doorkeeper } from './open-door';

const SECRET = 'Awa Traoré';
const person = z.strictObject({ id: z.string(), seen: z.array(z.strictObject({ day: z.string() })) });

describe('what leaves', () => {
  it('is what its schema knows', () => {
    const data = { id: 'p', seen: [{ day: '2024-03-01' }] };
    expect(leavingBy(person, data)).toEqual({ kind: 'leaves', data, stripped: [] });
  });

  it('leaves behind what its schema does not know, at any depth, and says where', () => {
    const data = { id: 'p', name: SECRET, seen: [{ day: '1' }, { day: '2', phone: SECRET }] };
    const leaving = leavingBy(pageOf(person), { items: [data], asOf: { position: '1', by: SECRET } });
    expect(JSON.stringify(leaving)).not.toContain(SECRET);
    expect(leaving).toMatchObject({
      data: { items: [{ id: 'p', seen: [{ day: '1' }, { day: '2' }] }], asOf: { position: '1' } },
      stripped: [{ pointer: '/items/0/seen/1/phone' }, { pointer: '/items/0/name' }, { pointer: '/asOf/by' }],
    });
    expect(data).toHaveProperty('name', SECRET);
  });

  it('stays where it does not fit otherwise', () => {
    const leaving = leavingBy(person, { id: { name: SECRET }, seen: [] });
    expect(leaving.kind).toBe('stays');
    expect(JSON.stringify(leaving)).not.toContain(SECRET);
  });
});

const get = defineQuery({
  name: 'meetings.get-meeting',
  summary: 'One meeting',
  request: z.strictObject({ meetingId: z.string() }),
  response: z.strictObject({ held: z.boolean() }),
});
const hold = defineCommand({
  name: 'meetings.hold',
  summary: 'A meeting was held',
  request: z.strictObject({ meetingId: z.string() }),
  refusals: [],
  example: { meetingId: 'm1' },
});
const context = signedContexts({ key: randomBytes(32) });
const secretary = { issuer: 'i', subject: 's', roles: [{ role: 'secretary', territory: null }] } as const;

const open = async (door: Door, surplus?: Doorkeeper['surplus']) => {
  const lines: unknown[] = [];
  const line = (...said: unknown[]) => void lines.push(said);
  const request: Request = {
    ...{ v: 1, id: randomUUID(), name: door.contract.name, body: { meetingId: 'm1' }, correlationId: 'c' },
    ...{ deadline: 0, context: context.sign(secretary, 60_000) },
  };
  const reply = await openDoor(door, request, {
    ...{ context, clock: trustedClock, log: { info: line, warn: line, error: line } },
    ...{ now: () => new Date(), waitFor: async () => true },
    ...(surplus && { surplus }),
  });
  return { reply, lines: JSON.stringify(lines) };
};

describe('a field no schema knows', () => {
  const asking = queryDoor(get, async () => ({ held: true, name: SECRET }));
  const telling = commandDoor(hold, async () => ({
    ...{ kind: 'recorded', id: 'm1', revision: 1n, position: 2n, changed: true },
    extra: { name: SECRET },
  }));

  it('is an error where nobody serves', async () => {
    expect((await open(asking)).reply).toEqual({ v: 1, kind: 'fault', code: 'internal' });
    expect((await open(telling)).reply).toEqual({ v: 1, kind: 'fault', code: 'internal' });
  });

  it('is left behind in service, and the log hears where it was, not what', async () => {
    const { reply, lines } = await open(asking, 'strip');
    expect(reply).toEqual({ v: 1, kind: 'answer', data: { held: true } });
    expect(lines).toContain('/name');
    expect(lines).not.toContain(SECRET);
    expect((await open(telling, 'strip')).reply).toEqual({
      ...{ v: 1, kind: 'answer' },
      data: { id: 'm1', revision: '1', position: '2', changed: true },
    });
  });

  it('never lets an answer of another shape out', async () => {
    const wrong = queryDoor(get, async () => ({ held: SECRET as unknown as boolean }));
    const { reply, lines } = await open(wrong, 'strip');
    expect(reply).toEqual({ v: 1, kind: 'fault', code: 'internal' });
    expect(lines).not.toContain(SECRET);
  });
});
