import type { PublicEvent } from '@benkan/contracts/analytics';
import { eventStream, type Listening, type Seen } from './event-stream';

const event = (position: string): PublicEvent => ({
  id: '11111111-1111-5111-8111-111111111111',
  type: 'meeting-held',
  position,
  recordedAt: '2024-12-01T10:00:00.000Z',
  occurredOn: '2024-11-30',
  resource: { kind: 'meetings', id: '22222222-2222-5222-8222-222222222222' },
});
const page = (reached: string, ...positions: string[]): Seen => ({
  items: positions.map(event),
  asOf: { position: reached },
});
const passing = new Error('away');

/** Listens to a script of pages and failures; the signal aborts when the script is at its end. */
const heard = async (
  first: Seen,
  from: string,
  script: readonly (Seen | Error)[],
  more: Partial<Listening> = {},
) => {
  const end = new AbortController();
  const asked: string[] = [];
  const rest = [...script];
  const look = (position: string): Promise<Seen> => {
    asked.push(position);
    const next = rest.shift();
    if (rest.length === 0) end.abort();
    return next instanceof Error || next === undefined
      ? Promise.reject(next ?? new Error())
      : Promise.resolve(next);
  };
  if (rest.length === 0) end.abort();
  const listening: Listening = {
    look,
    passing: (error) => error === passing,
    codeOf: (error) => (error instanceof Error ? error.message : ''),
    signal: end.signal,
    everyMs: 1,
    ...more,
  };
  const lines: string[] = [];
  for await (const line of eventStream(first, from, listening)) lines.push(line);
  return { lines: lines.slice(1), asked, opening: lines[0] };
};
const idsOf = (lines: readonly string[]) => lines.flatMap((line) => /^id: (\d+)/.exec(line)?.[1] ?? []);

describe('a stream of events', () => {
  it('opens with the delay of reconnecting, at once', async () =>
    expect((await heard(page('7'), 'end', [])).opening).toMatch(/^retry: 3000\n/));

  it('tells each event once, with its position as id', async () => {
    const { lines } = await heard(page('3', '1', '3'), '0', [page('5', '4', '5'), page('5')]);
    expect(idsOf(lines)).toEqual(['1', '3', '4', '5']);
    expect(lines[0]).toBe(`id: 1\nevent: recorded\ndata: ${JSON.stringify(event('1'))}\n\n`);
  });

  it('goes on where a page ended, without waiting', async () => {
    const first: Seen = { ...page('9', '1'), next: '1' };
    const { lines, asked } = await heard(first, '0', [page('9', '9')], { everyMs: 3_600_000 });
    expect(asked).toEqual(['1']);
    expect(idsOf(lines)).toEqual(['1', '9']);
  });

  it('says that something moved which the listener may not see', async () => {
    const { lines } = await heard(page('3'), 'end', [page('8'), page('8')]);
    expect(lines).toContain('id: 8\nevent: moved\ndata: {"position":"8"}\n\n');
    expect(idsOf(lines)).toEqual(['3', '8']);
  });

  it('keeps the line open when there is nothing to say', async () => {
    const { lines } = await heard(page('3'), '3', [page('3'), page('3'), page('3')], { heartbeatMs: 2 });
    expect(lines).toEqual([': heartbeat\n\n']);
  });

  it('looks again from the same position after a failure that passes', async () => {
    const { lines, asked } = await heard(page('3'), '3', [passing, page('4', '4')]);
    expect(asked).toEqual(['3', '3']);
    expect(idsOf(lines)).toEqual(['4']);
  });

  it('ends when the token has expired, and says so', async () => {
    const { lines, asked } = await heard(page('3'), '3', [new Error('token-expired'), page('4', '4')]);
    expect(asked).toEqual(['3']);
    expect(lines).toEqual(['event: token-expired\ndata: {"code":"token-expired"}\n\n']);
  });

  it('ends with the code of any other failure that stays', async () => {
    const { lines } = await heard(page('3'), '3', [new Error('forbidden'), page('3')]);
    expect(lines).toEqual(['event: ended\ndata: {"code":"forbidden"}\n\n']);
  });
});
