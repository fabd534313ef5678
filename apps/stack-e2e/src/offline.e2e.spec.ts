import type { BatchItem } from '@benkan/contracts';
import { clientOf, type Client } from './client';
import { installedCommittee } from './committee-at-work';
import {
  arrivals,
  capturedBy,
  chanceOf,
  delivered,
  MEETINGS,
  meetingIdOf,
  personIdOf,
  upTo,
} from './devices';
import { childrenOf } from './processes';
import { startStack, throwAwayFolder } from './stack';

const DEVICES = 50;
const AT_ONCE = 5;
const SEEDS = Number(process.env['BENKAN_SOAK'] ?? 0) > 0 ? 200 : 5;
const MINUTES = 60_000;

type Page = { readonly items: readonly Record<string, unknown>[]; readonly next?: string };
type Folder = Awaited<ReturnType<typeof throwAwayFolder>>;

const NOT_COMPARED = new Set(['revision', 'position', 'asOf', 'committeeId', 'recordedAt']);

const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, each: unknown) => (NOT_COMPARED.has(key) ? undefined : each));

/** What a front end would see of it all, once everything up to a position is in. */
const seen = async (client: Client, position: string): Promise<unknown> => {
  const at = { 'Benkan-At-Least': position };
  const read = async (path: string): Promise<unknown> => {
    const { status, body } = await client.get('secretary', path, at);
    if (status === 503) return read(path);
    expect([path, status]).toEqual([path, 200]);
    return comparable(body);
  };
  const meetings = Array.from({ length: MEETINGS }, (_, meeting) => meetingIdOf(meeting));
  const people = Array.from({ length: DEVICES }, (_, device) => [0, 1].map((one) => personIdOf(device, one)));
  const all: unknown[] = [];
  for (const id of meetings) {
    all.push(await read(`/v1/meetings/${id}`), await read(`/v1/meetings/${id}/attendance`));
  }
  for (const id of people.flat()) all.push(await read(`/v1/participants/${id}`));
  return all;
};

/** Ids of every event, and how many there are of each type. */
const events = async (client: Client): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (let after = ''; ;) {
    const { body } = await client.get<Page>('auditor', `/v1/history?limit=200${after}`);
    for (const { type } of body.items) counts[String(type)] = (counts[String(type)] ?? 0) + 1;
    if (body.next === undefined) return counts;
    after = `&after=${body.next}`;
  }
};

const begun = async (folder: Folder) => {
  const stack = await startStack({ folder: folder.path, args: ['--empty'] });
  const client = clientOf(stack.url);
  const place = await installedCommittee(client, 'ML090101');
  const devices = Array.from({ length: DEVICES }, (_, device) => capturedBy(device, place));
  return { stack, client, devices };
};

const ended = async (client: Client) => {
  const position = await client.position();
  return { state: await seen(client, position), events: await events(client) };
};

describe('fifty devices that were without network', () => {
  let sequential: Awaited<ReturnType<typeof ended>>;

  beforeAll(async () => {
    const folder = await throwAwayFolder();
    const { stack, client, devices } = await begun(folder);
    for (const items of devices) await delivered(client, items);
    sequential = await ended(client);
    await stack.stop();
    await folder.remove();
  }, 3 * MINUTES);

  it('have each said what they captured once', () => {
    expect(sequential.events).toMatchObject({
      'meeting-convened': MEETINGS,
      'meeting-held': MEETINGS,
      'participant-registered': DEVICES * 2,
      'attendance-recorded': DEVICES * 2,
    });
  });

  /** Sends everything as it arrives; kills the services once on the way and goes on as a phone does. */
  const chaos = async (folder: Folder, seed: number) => {
    const chance = chanceOf(seed);
    const { devices, ...first } = await begun(folder);
    let { stack, client } = first;
    const waiting: (readonly BatchItem[])[] = [...arrivals(chance, devices)];
    const killAt = upTo(chance, waiting.length);
    let [sent, down] = [0, false];
    const device = async (): Promise<void> => {
      for (let batch = waiting.shift(); batch !== undefined && !down; batch = waiting.shift()) {
        sent += 1;
        if (sent === killAt) process.kill(childrenOf(stack.process.pid ?? 0).get('services') ?? 0, 'SIGKILL');
        const arrived = await delivered(client, batch).then(
          () => true,
          () => false,
        );
        if (!arrived) {
          // nobody answered: the phone keeps it and sends it again
          down = true;
          waiting.unshift(batch);
        }
      }
    };
    const all = () => Promise.all(Array.from({ length: AT_ONCE }, device));
    await all();
    if (killAt > 0) {
      await stack.ended;
      stack = await startStack({ folder: folder.path, args: ['--empty'] });
      client = clientOf(stack.url);
      down = false;
      await all();
    }
    expect(waiting).toEqual([]);
    const outcome = await ended(client);
    await stack.stop();
    return outcome;
  };

  it.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
    'leave the same state in any order, twice and through a kill (seed %i)',
    async (seed) => {
      const folder = await throwAwayFolder();
      try {
        expect(await chaos(folder, seed)).toEqual(sequential);
      } finally {
        await folder.remove();
      }
    },
    3 * MINUTES,
  );
});
