import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as analytics from '@benkan/contracts/analytics';
import * as imports from '@benkan/contracts/imports';
import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';
import * as training from '@benkan/contracts/training';
import { atLength } from '@benkan/testing';
import { headers, type Msg, type NatsConnection } from 'nats';
import { intruderOf } from './broker';
import { clientOf, type Client } from './client';
import { anySubject, noRequests, nonsenseRequests, type Envelope } from './nonsense';
import { childrenOf } from './processes';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const MESSAGES = atLength({ ci: 10_000, soak: 30_000 });
const TOGETHER = 200;
const ROLES = ['supervisor', 'national', 'secretary', 'auditor'] as const;
const entries = [analytics, imports, meetings, registry, training];
const wireNames = entries
  .flatMap(({ commands, queries }) => [...commands, ...queries])
  .map(({ name }) => name);

/** A good question to each service. */
const QUESTIONS: Readonly<Record<string, string>> = {
  analytics: '/v1/indicators?from=2024-11-01&to=2025-01-31',
  imports: '/v1/imports',
  meetings: '/v1/meetings',
  registry: '/v1/territories',
  training: '/v1/trainings',
};
const MALFORMED = JSON.stringify({ v: 1, kind: 'fault', code: 'malformed' });
const REPLY = /^\{"v":1,"kind":"(answer|refused|fault)",/;

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item;

describe('random bytes on every subject', () => {
  const token = process.env['NATS_TOKEN'] ?? randomBytes(24).toString('hex');
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let intruder: NatsConnection;
  let processes: ReturnType<typeof childrenOf>;

  const request = (subject: string, message: Uint8Array, at = 0): Promise<Msg> =>
    intruder.request(subject, message, {
      timeout: MINUTES,
      ...(at % 7 === 0 ? { headers: headers(503, 'nobody') } : {}),
    });

  /** A context the gateway signed for a role, overheard: good for some seconds. */
  const overheard = async (role: string): Promise<string> => {
    const subscription = intruder.subscribe(`benkan.v1.${registry.listUnits.name}`, { max: 1 });
    await intruder.flush();
    await client.get(role, QUESTIONS['registry'] ?? '');
    for await (const message of subscription) return message.json<Envelope>().context;
    throw new Error('nothing was heard');
  };

  const inBatches = async (send: (given: Envelope, at: number) => Promise<void>): Promise<void> => {
    for (let at = 0; at < MESSAGES; at += TOGETHER) {
      const context = await overheard(pick(ROLES, at / TOGETHER));
      const given = (n: number): Envelope => ({ name: pick(wireNames, n), context, body: {} });
      await Promise.all(Array.from({ length: TOGETHER }, (_, n) => send(given(at + n), at + n)));
    }
  };

  const answersAndIsWell = async (): Promise<void> => {
    for (const [service, question] of Object.entries(QUESTIONS))
      expect([service, (await client.get('supervisor', question)).status]).toEqual([service, 200]);
    const { status, body } = await client.get(null, '/health/ready');
    expect([status, body]).toEqual([200, { status: 'ready', waitingFor: [] }]);
    expect(childrenOf(stack.process.pid ?? 0)).toEqual(processes);
    const log = (await readFile(join(folder.path, 'benkan.log')).catch(() => '')).toString();
    for (const said of [log, stack.printed()])
      expect(said).not.toMatch(/unhandled|uncaught|TypeError|RangeError/i);
    expect(stack.complained()).toBe('');
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'], env: { NATS_TOKEN: token } });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    intruder = await intruderOf(stack.process.pid ?? 0, token);
    processes = childrenOf(stack.process.pid ?? 0);
    expect([...processes.keys()].sort()).toEqual(['servers', 'services']);
  }, 2 * MINUTES);

  afterAll(async () => {
    await intruder.close();
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it('reaches every service there are contracts for', () => {
    expect([...new Set(wireNames.map((name) => name.split('.')[0]))].sort()).toEqual(Object.keys(QUESTIONS));
  });

  it(
    `is answered as malformed ${MESSAGES} times where it is no request`,
    async () => {
      await inBatches(async (given, at) => {
        const message = pick(noRequests, Math.floor(at / wireNames.length))(given);
        const reply = (await request(`benkan.v1.${given.name}`, message, at)).string();
        if (reply !== MALFORMED) expect([given.name, message.toString('latin1'), reply]).toEqual([MALFORMED]);
      });
      await answersAndIsWell();
    },
    10 * MINUTES,
  );

  it(
    `is answered ${MESSAGES} times where it is a request in form alone, by any role or none`,
    async () => {
      await inBatches(async (given, at) => {
        const message = pick(nonsenseRequests, Math.floor(at / wireNames.length))(given);
        const reply = (await request(`benkan.v1.${given.name}`, message, at)).string();
        if (!REPLY.test(reply) || reply.includes('"internal"'))
          expect([given.name, message.toString(), reply]).toEqual([]);
      });
      await answersAndIsWell();
    },
    10 * MINUTES,
  );

  it('reaches nobody on a subject nobody named', async () => {
    const reached = await Promise.allSettled(
      Array.from({ length: 500 }, () => request(anySubject(), Buffer.from('{}'))),
    );
    expect(new Set(reached.map(({ status }) => status))).toEqual(new Set(['rejected']));
    await answersAndIsWell();
  });

  it('is ignored where nobody waits for an answer', async () => {
    for (let at = 0; at < 1_000; at += 1) {
      const given: Envelope = { name: pick(wireNames, at), context: '', body: {} };
      intruder.publish(`benkan.v1.${given.name}`, pick(noRequests, at)(given));
      intruder.publish(anySubject(), pick(noRequests, at)(given));
    }
    await intruder.flush();
    await answersAndIsWell();
  });
});
