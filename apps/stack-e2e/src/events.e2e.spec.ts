import { clientOf, type Answer, type Client } from './client';
import { heldMeeting, installedCommittee, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

type Page = { readonly items: readonly { readonly position: string }[]; readonly next?: string };
type Heard = { readonly id: string; readonly event: string; readonly data: { readonly type?: string } };

const parsed = (block: string): Heard | undefined => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const data = field('data');
  return data === undefined
    ? undefined
    : { id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) as Heard['data'] };
};

describe('who listens', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let committeeId: string;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    ({ committeeId } = await installedCommittee(client, 'ML090101'));
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  /** Listens until a condition holds; answers with all that was heard by then. */
  const hear = async (
    headers: Readonly<Record<string, string>>,
    enough: (heard: readonly Heard[]) => boolean,
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<readonly Heard[]> => {
    const leaving = new AbortController();
    const token = await client.tokenFor('supervisor');
    const response = await fetch(`${stack.url}/v1/events`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
      signal: leaving.signal,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const heard: Heard[] = [];
    let rest = '';
    const doing = meanwhile();
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const blocks = `${rest}${String(chunk)}`.split('\n\n');
      rest = blocks.pop() ?? '';
      heard.push(...blocks.flatMap((block) => parsed(block) ?? []));
      if (enough(heard)) break;
    }
    leaving.abort();
    await doing;
    return heard;
  };

  // what was recorded before may be heard of first
  const ofMeetings = (heard: readonly Heard[]) =>
    heard.flatMap(({ data }) => data.type ?? []).filter((type) => type.startsWith('meeting-'));

  it(
    'hears what is recorded from then on, and goes on after its last event without a gap',
    async () => {
      const first = await hear(
        {},
        (heard) => ofMeetings(heard).includes('meeting-held'),
        () => heldMeeting(client, committeeId, '2024-11-14'),
      );
      expect(ofMeetings(first)).toEqual(['meeting-convened', 'meeting-held']);
      await heldMeeting(client, committeeId, '2024-12-12');
      const last = first.at(-1)?.id ?? '';
      const second = await hear({ 'Last-Event-ID': last }, (heard) =>
        ofMeetings(heard).includes('meeting-held'),
      );
      expect(ofMeetings(second)).toEqual(['meeting-convened', 'meeting-held']);
      const ids = [...first, ...second].map(({ id }) => BigInt(id));
      expect([...ids].sort((a, b) => (a < b ? -1 : 1))).toEqual(ids);
    },
    MINUTES,
  );

  it('finds in the history, page by page, what it missed', async () => {
    const { position } = await recorded(client, 'national', '/v1/territories', {
      unitType: 'VILLAGE',
      parentId: await unitOf(client, 'ML090101'),
      name: 'Sotuba',
      codes: [],
      validFrom: null,
    });
    const seen: string[] = [];
    let path: string | undefined = '/v1/history?limit=20';
    while (path !== undefined) {
      const { status, body }: Answer<Page> = await client.get<Page>('auditor', path, {
        'Benkan-At-Least': position,
      });
      expect(status).toBe(200);
      seen.push(...body.items.map((item) => item.position));
      path = body.next === undefined ? undefined : `/v1/history?limit=20&after=${body.next}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(20);
  });

  it('is told plainly when it may not listen, or speaks of no position', async () => {
    expect((await client.get(null, '/v1/events')).status).toBe(401);
    expect((await client.get('donor', '/v1/events')).status).toBe(403);
    expect((await client.get('supervisor', '/v1/events', { 'Last-Event-ID': 'hier' })).status).toBe(400);
  });
});
