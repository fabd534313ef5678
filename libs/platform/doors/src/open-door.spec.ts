import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand, defineQuery } from '@benkan/contracts';
import { StoreUnavailable } from '@benkan/event-store';
import { Fault, type Request } from '@benkan/messaging';
import { signedContexts, type Grant, type Principal } from '@benkan/security';
import { clockGuard, trustedClock } from './clock-guard';
import { commandDoor, queryDoor, type Asked, type Door, type Told } from './door';
import { openDoor, type Doorkeeper } from './open-door';

const SECRET = 'Awa Traoré, 76 00 00 00';

const hold = defineCommand({
  name: 'meetings.hold',
  summary: 'A meeting was held',
  request: z.strictObject({ meetingId: z.uuid(), day: z.iso.date(), present: z.number().int().min(0) }),
  refusals: ['not-convened'],
  answer: z.strictObject({ label: z.string().optional() }),
  example: { meetingId: '0d4bd3c5-7a39-4b21-9d5e-6f1c8b4d2a10', day: '2024-03-01', present: 4 },
});
const get = defineQuery({
  name: 'meetings.get-meeting',
  summary: 'One meeting',
  request: z.strictObject({ meetingId: z.string() }),
  response: z.strictObject({ held: z.boolean() }),
});
const unlisted = defineQuery({ ...get, name: '__proto__' });

const context = signedContexts({ key: randomBytes(32) });
const principal = (...roles: readonly Grant[]): Principal => ({ issuer: 'idp', subject: 's1', roles });
const secretary = principal({ role: 'donor', territory: null }, { role: 'secretary', territory: null });

const requestOf = (more: Partial<Request> = {}): Request => ({
  v: 1,
  id: randomUUID(),
  name: 'any',
  body: hold.example,
  context: context.sign(secretary, 60_000),
  correlationId: 'correlation',
  deadline: 1_709_280_030_000,
  ...more,
});

const keeperOf = (more: Partial<Doorkeeper> = {}) => {
  const lines: unknown[] = [];
  const line = (...said: unknown[]) => void lines.push(said);
  const keeper: Doorkeeper = {
    context,
    log: { info: line, warn: line, error: line },
    now: () => new Date('2024-03-01T08:00:00Z'),
    clock: trustedClock,
    waitFor: () => Promise.reject(new Error('nobody asked to wait')),
    ...more,
  };
  return { keeper, lines };
};

const telling = (told: Told | Error) => {
  const heard: Asked<unknown>[] = [];
  const door = commandDoor(hold, async (asked) => {
    heard.push(asked);
    if (told instanceof Error) throw told;
    return told;
  });
  return { door, heard };
};

const recorded: Told = {
  kind: 'recorded',
  id: 'm1',
  revision: 4n,
  position: 9_007_199_254_740_993n,
  changed: true,
};
const answering = (answer: () => Promise<{ held: boolean }>): Door => queryDoor(get, answer);
const asking = (more: Partial<Request> = {}) => requestOf({ body: { meetingId: 'm1' }, ...more });

describe('who may come in', () => {
  it.each([
    ['nothing', ''],
    ['a stranger', signedContexts({ key: randomBytes(32) }).sign(secretary, 60_000)],
    ['a signature of something else', context.sign(secretary, 60_000).replace(/\.[^.]+\./, '.e30.')],
  ])('nobody who cannot be verified: %s', async (_name, forged) => {
    const { door, heard } = telling(recorded);
    const reply = await openDoor(door, requestOf({ context: forged }), keeperOf().keeper);
    expect(reply).toMatchObject({ kind: 'fault', code: 'forbidden' });
    expect(heard).toEqual([]);
  });

  it.each([
    ['none', []],
    ['another', [{ role: 'donor', territory: null }]],
  ] as const)('nobody without a role for it: %s', async (_name, roles) => {
    const { door, heard } = telling(recorded);
    const request = requestOf({ context: context.sign(principal(...roles), 60_000), body: SECRET });
    expect(await openDoor(door, request, keeperOf().keeper)).toMatchObject({
      kind: 'fault',
      code: 'forbidden',
    });
    expect(heard).toEqual([]);
  });

  it('nobody by a name without a row', async () => {
    const door = queryDoor(unlisted, async () => ({ held: true }));
    expect(await openDoor(door, asking(), keeperOf().keeper)).toMatchObject({ code: 'forbidden' });
  });

  it('whoever has a role for it, under that role', async () => {
    const { door, heard } = telling(recorded);
    await openDoor(door, requestOf(), keeperOf().keeper);
    expect(heard[0]).toMatchObject({ role: 'secretary', principal: secretary });
  });
});

describe('what was said', () => {
  it('is refused with every problem and its place, and never its value', async () => {
    const { door, heard } = telling(recorded);
    const body = { meetingId: SECRET, day: 7, 'na/me': SECRET };
    const reply = await openDoor(door, requestOf({ body }), keeperOf().keeper);
    expect(reply).toMatchObject({ kind: 'fault', code: 'malformed' });
    const pointers = reply.kind === 'fault' && reply.problems?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/meetingId', '/day', '/present', '/na~1me']);
    expect(JSON.stringify(reply)).not.toContain(SECRET);
    expect(heard).toEqual([]);
  });

  it('arrives with its identities, its instant and the revision believed in', async () => {
    const { door, heard } = telling(recorded);
    const request = requestOf({ commandId: 'c1', ifMatch: '9007199254740993' });
    await openDoor(door, request, keeperOf().keeper);
    expect(heard[0]).toMatchObject({
      ...{ body: hold.example, at: '2024-03-01T08:00:00.000Z', requestId: request.id, commandId: 'c1' },
      ...{ correlationId: 'correlation', causationId: 'c1', deadline: request.deadline },
      ifMatch: 9_007_199_254_740_993n,
    });
  });

  it('is caused by what caused it, and is its own command without another', async () => {
    const { door, heard } = telling(recorded);
    const request = requestOf({ causationId: 'before' });
    await openDoor(door, request, keeperOf().keeper);
    expect(heard[0]).toMatchObject({ commandId: request.id, causationId: 'before' });
    expect(heard[0]).not.toHaveProperty('ifMatch');
  });
});

describe('what became of it', () => {
  const replyTo = (told: Told | Error) => openDoor(telling(told).door, requestOf(), keeperOf().keeper);

  it('is the id, the revision and the position in decimals, and what else there is', async () => {
    expect(await replyTo({ ...recorded, extra: { label: 'L-1' } })).toEqual({
      v: 1,
      kind: 'answer',
      data: { id: 'm1', revision: '4', position: '9007199254740993', changed: true, label: 'L-1' },
    });
  });

  it('is a refusal as the domain said it', async () => {
    const differences = [{ field: 'day', recorded: '2024-03-01', given: '2024-03-02' }];
    expect(await replyTo({ kind: 'refused', id: 'm1', code: 'not-convened' })).toEqual({
      v: 1,
      kind: 'refused',
      code: 'not-convened',
    });
    expect(await replyTo({ kind: 'refused', id: 'm1', code: 'not-convened', differences })).toMatchObject({
      differences,
    });
  });

  it.each([
    ['conflict', 'conflict', 'so'],
    ['stale-revision', 'stale-revision', 'so'],
    ['idempotency-key-reused', 'idempotency-key-reused', 'so'],
    ['too-large', 'too-large', 'so'],
    ['unavailable', 'unavailable', undefined],
    ['storage-full', 'storage-full', undefined],
    ['unreadable-history', 'internal', undefined],
  ] as const)('is the fault %s as %s', async (code, expected, detail) => {
    const reply = await replyTo({ kind: 'fault', id: 'm1', code, detail: 'so' });
    expect(reply).toEqual({ v: 1, kind: 'fault', code: expected, ...(detail && { detail }) });
  });

  it('is logged where the history cannot be read', async () => {
    const { keeper, lines } = keeperOf();
    const told: Told = { kind: 'fault', id: 'm1', code: 'unreadable-history', detail: 'meeting-1@2: fold' };
    await openDoor(telling(told).door, requestOf(), keeper);
    expect(JSON.stringify(lines)).toContain('meeting-1@2: fold');
  });

  it('is a fault where something broke: nothing of it is told, its message is not even logged', async () => {
    const { keeper, lines } = keeperOf();
    const reply = await openDoor(telling(new TypeError(SECRET)).door, requestOf(), keeper);
    expect(reply).toEqual({ v: 1, kind: 'fault', code: 'internal' });
    expect(lines).toMatchObject([
      ['door failed', { name: hold.name, correlationId: 'correlation', error: 'TypeError' }],
    ]);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });

  it.each([
    ['the store', 'unavailable', new StoreUnavailable(SECRET)],
    ['anything that says so', 'unavailable', Object.assign(new Error(SECRET), { code: 'unavailable' })],
    ['a full vault', 'storage-full', Object.assign(new Error(SECRET), { code: 'storage-full' })],
  ])('answers for %s with %s, without a line', async (_name, code, error) => {
    const { keeper, lines } = keeperOf();
    expect(await openDoor(telling(error).door, requestOf(), keeper)).toEqual({
      v: 1,
      kind: 'fault',
      code,
    });
    expect(lines).toEqual([]);
  });

  it('is the fault that was thrown, with its problems', async () => {
    const problems = [{ pointer: '/after', code: 'bad-cursor', detail: 'of another list' }];
    expect(await replyTo(new Fault('malformed', 'the cursor', problems))).toEqual({
      ...{ v: 1, kind: 'fault', code: 'malformed', detail: 'the cursor' },
      problems,
    });
  });

  it('is a fault, whatever breaks before the domain', async () => {
    const { keeper } = keeperOf({ now: () => new Date(NaN) });
    expect(await openDoor(telling(recorded).door, requestOf(), keeper)).toMatchObject({ code: 'internal' });
  });
});

describe('asking', () => {
  const held = answering(async () => ({ held: true }));

  it('is answered at once where nothing is waited for', async () => {
    expect(await openDoor(held, asking(), keeperOf().keeper)).toEqual({
      v: 1,
      kind: 'answer',
      data: { held: true },
    });
  });

  it('is answered after the views include the position', async () => {
    const told: string[] = [];
    const waitFor = async (position: bigint, milliseconds: number) => {
      told.push(`waits for ${position}, ${milliseconds} ms`);
      return true;
    };
    const door = answering(async () => {
      told.push('answers');
      return { held: true };
    });
    const request = asking({ atLeast: '9007199254740993', waitMs: 50 });
    expect(await openDoor(door, request, keeperOf({ waitFor }).keeper)).toMatchObject({ kind: 'answer' });
    await openDoor(door, asking({ atLeast: '1' }), keeperOf({ waitFor }).keeper);
    expect(told).toEqual(['waits for 9007199254740993, 50 ms', 'answers', 'waits for 1, 2000 ms', 'answers']);
  });

  it('is answered "not yet" when the time is up, and not from older views', async () => {
    const door = answering(() => Promise.reject(new Error('older views')));
    const { keeper, lines } = keeperOf({ waitFor: async () => false });
    expect(await openDoor(door, asking({ atLeast: '7' }), keeper)).toEqual({
      v: 1,
      kind: 'fault',
      code: 'not-yet',
    });
    expect(lines).toEqual([]);
  });
});

describe('a clock behind the newest fact', () => {
  const behind = () => {
    const clock = clockGuard(() => new Date('2024-03-01T08:00:00Z'));
    clock.seen('2024-03-01T09:00:00Z');
    return keeperOf({ clock });
  };

  it('lets no command in, says so in the log, and goes on answering', async () => {
    const { keeper, lines } = behind();
    const { door, heard } = telling(recorded);
    expect(await openDoor(door, requestOf(), keeper)).toMatchObject({ kind: 'fault', code: 'clock-behind' });
    expect(heard).toEqual([]);
    expect(JSON.stringify(lines)).toContain('2024-03-01T09:00:00.000Z');
    const answer = await openDoor(
      answering(async () => ({ held: true })),
      asking(),
      keeper,
    );
    expect(answer).toMatchObject({ kind: 'answer' });
  });

  it.each([
    ['what was recorded', recorded, '2024-03-01T08:00:00.000Z'],
    ['no refusal', { kind: 'refused', code: 'not-convened', id: 'm1' }, undefined],
    ['no command that changed nothing', { ...recorded, changed: false }, undefined],
  ] as const)('is measured by %s', async (_name, told, newest) => {
    const seen: string[] = [];
    const clock = { seen: (at: string) => void seen.push(at), behind: () => undefined };
    await openDoor(telling(told).door, requestOf(), keeperOf({ clock }).keeper);
    expect(seen.at(0)).toBe(newest);
  });
});
