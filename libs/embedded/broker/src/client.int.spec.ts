import { headers, StringCodec, type Msg, type NatsConnection, type Subscription } from 'nats';
import { join, RawClient, target, type Target } from './testing';

const { decode, encode } = StringCodec();

describe('the real client on the broker', () => {
  let server: Target;
  const joined: NatsConnection[] = [];
  const client = async (...[options]: Parameters<typeof join> extends [unknown, ...infer R] ? R : never) => {
    const connection = await join(server, options);
    joined.push(connection);
    return connection;
  };

  beforeAll(async () => {
    server = await target();
  });
  afterEach(async () => {
    await Promise.all(joined.splice(0).map((connection) => connection.close()));
  });
  afterAll(() => server.close());

  const subjectsHeard = async (subscription: Subscription): Promise<string[]> => {
    const heard: string[] = [];
    for await (const { subject } of subscription) heard.push(subject);
    return heard;
  };

  it('hands messages to wildcards', async () => {
    const listener = await client();
    const star = subjectsHeard(listener.subscribe('w.*', { max: 2 }));
    const rest = subjectsHeard(listener.subscribe('w.>', { max: 3 }));
    await listener.flush();
    const speaker = await client();
    ['w', 'w.a', 'w.a.b', 'w.c'].forEach((subject) => speaker.publish(subject));
    expect(await star).toEqual(['w.a', 'w.c']);
    expect(await rest).toEqual(['w.a', 'w.a.b', 'w.c']);
  });

  it('gives each message of a queue to one member, and to every member some', async () => {
    const members = await Promise.all([client(), client(), client()]);
    const counts = [0, 0, 0];
    const all = new Promise<void>((resolve) => {
      members.forEach((member, index) =>
        member.subscribe('jobs', {
          queue: 'workers',
          callback: () => {
            counts[index] = (counts[index] ?? 0) + 1;
            if (counts.reduce((sum, count) => sum + count) === 600) resolve();
          },
        }),
      );
    });
    await Promise.all(members.map((member) => member.flush()));
    const speaker = await client();
    for (let n = 0; n < 600; n += 1) speaker.publish('jobs');
    await all;
    await Promise.all(members.map((member) => member.flush()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(600);
    counts.forEach((count) => expect(count).toBeGreaterThan(120));
  });

  it('carries headers', async () => {
    const [listener, speaker] = [await client(), await client()];
    const heard = new Promise<Msg>((resolve) => {
      listener.subscribe('h', { callback: (_error, message) => resolve(message) });
    });
    await listener.flush();
    const sent = headers();
    sent.set('traceparent', '00-1');
    speaker.publish('h', encode('é'), { headers: sent });
    const message = await heard;
    expect(message.headers?.get('traceparent')).toBe('00-1');
    expect(decode(message.data)).toBe('é');
  });

  it.each([true, false])('answers requests (one inbox for all: %s)', async (mux) => {
    const [service, asker] = [await client(), await client()];
    service.subscribe('double', {
      callback: (_error, message) => void message.respond(encode(String(2 * Number(decode(message.data))))),
    });
    await service.flush();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        asker.request('double', encode(String(n)), {
          timeout: 5_000,
          noMux: !mux,
          reply: mux ? '' : `r.${n}`,
        }),
      ),
    );
    expect(answers.map(({ data }) => Number(decode(data)))).toEqual(
      Array.from({ length: 100 }, (_, n) => 2 * n),
    );
  });

  it('says at once that nobody listens', async () => {
    const asker = await client();
    await expect(asker.request('nobody', encode(''), { timeout: 20_000 })).rejects.toMatchObject({
      code: '503',
    });
  });

  it('carries the largest message and announces the limit', async () => {
    const both = await client();
    const size = both.info?.max_payload ?? 0;
    expect(size).toBe(1024 * 1024);
    const heard = new Promise<Msg>((resolve) => {
      both.subscribe('big', { callback: (_error, message) => resolve(message) });
    });
    const sent = Buffer.alloc(size, 'benkan');
    both.publish('big', sent);
    expect(Buffer.compare((await heard).data, sent)).toBe(0);
    expect(() => both.publish('big', Buffer.alloc(size + 1))).toThrow('MAX_PAYLOAD_EXCEEDED');
  });

  it('finishes what was under way when a client drains', async () => {
    const [listener, speaker] = [await client(), await client()];
    let heard = 0;
    listener.subscribe('d', { callback: () => (heard += 1) });
    await listener.flush();
    for (let n = 0; n < 500; n += 1) speaker.publish('d');
    await speaker.flush();
    await listener.drain();
    expect(heard).toBe(500);
    expect(listener.isClosed()).toBe(true);
  });

  it('refuses a wrong token', async () => {
    await expect(client({ token: 'wrong' })).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
  });

  it('cuts off a client that does not read, and goes on for the others', async () => {
    const [slow, speaker, witness] = [await RawClient.join(server), await client(), await client()];
    slow.say('SUB flood 1\r\nPING\r\n');
    await slow.hears('PONG');
    slow.socket.pause();
    const block = Buffer.alloc(1024 * 1024);
    const nobodyListens = async (): Promise<boolean> => {
      const heard = await speaker.request('flood', block, { timeout: 20 }).catch((error: Error) => error);
      return heard instanceof Error && heard.message === '503';
    };
    while (!(await nobodyListens())) await witness.flush();
    slow.socket.resume();
    await slow.closed;
    await witness.flush();
  });

  it('serves 250 clients at once', async () => {
    const many = await Promise.all(Array.from({ length: 250 }, () => client()));
    const heard = Promise.all(many.map((each) => subjectsHeard(each.subscribe('all', { max: 1 }))));
    await Promise.all(many.map((each) => each.flush()));
    many[0]?.publish('all');
    expect((await heard).flat()).toHaveLength(250);
  });

  it('holds 1,000 connections', async () => {
    const many = await Promise.all(Array.from({ length: 1_000 }, () => RawClient.join(server)));
    many.forEach((each) => each.say('PING\r\n'));
    await Promise.all(many.map((each) => each.hears('PONG')));
    many.forEach((each) => each.leave());
    await Promise.all(many.map((each) => each.closed));
  });
});
