import fc from 'fast-check';
import { join, RawClient, target, type Target } from './testing';

describe('the protocol, byte by byte', () => {
  let server: Target;
  beforeAll(async () => {
    server = await target();
  });
  afterAll(() => server.close());

  const talk = async (options: object, said: string): Promise<string> => {
    const client = await RawClient.join(server, options);
    client.say(`${said}PING\r\n`);
    const heard = await client.hears('PONG\r\n');
    client.leave();
    return heard.replace('PONG\r\n', '');
  };

  it.each([
    [
      'acknowledges when asked to',
      { verbose: true },
      'SUB a 1\r\nPUB a 1\r\nx\r\nUNSUB 1\r\nUNSUB 99\r\n',
      '+OK\r\n+OK\r\nMSG a 1 1\r\nx\r\n+OK\r\n+OK\r\n',
    ],
    ['refuses a subject with an empty token and stays', {}, 'SUB a..b 1\r\n', "-ERR 'Invalid Subject'\r\n"],
    ['refuses a rest that is not last and stays', {}, 'SUB a.>.b 1\r\n', "-ERR 'Invalid Subject'\r\n"],
    [
      'checks published subjects for a pedantic client',
      { pedantic: true },
      'SUB > 1\r\nPUB a.* 1\r\nx\r\n',
      "-ERR 'Invalid Publish Subject'\r\nMSG a.* 1 1\r\nx\r\n",
    ],
    [
      'takes a published star as it is',
      {},
      'SUB a.b 1\r\nSUB a.* 2\r\nPUB a.* 1\r\nx\r\n',
      'MSG a.* 2 1\r\nx\r\n',
    ],
    ['hands a subject with an empty token to nobody', {}, 'SUB > 3\r\nPUB a..b 1\r\nx\r\n', ''],
    [
      'says that nobody listens',
      { headers: true, no_responders: true },
      'SUB r.* 7\r\nPUB a r.1 1\r\nx\r\n',
      'HMSG r.1 7 16 16\r\nNATS/1.0 503\r\n\r\n\r\n',
    ],
    ['says nothing when not asked to', { headers: true }, 'SUB r.* 7\r\nPUB a r.1 1\r\nx\r\n', ''],
    [
      'knows the first of two subscriptions of one id',
      {},
      'SUB a 1\r\nSUB b 1\r\nPUB a 1\r\nx\r\nPUB b 1\r\ny\r\n',
      'MSG a 1 1\r\nx\r\n',
    ],
    [
      'ends a subscription after its last message',
      {},
      'SUB a 1\r\nUNSUB 1 2\r\nPUB a 1\r\nx\r\nPUB a 1\r\ny\r\nPUB a 1\r\nz\r\n',
      'MSG a 1 1\r\nx\r\nMSG a 1 1\r\ny\r\n',
    ],
    ['does not echo when asked not to', { echo: false }, 'SUB a 1\r\nPUB a 1\r\nx\r\n', ''],
    ['reads lower case and lone line feeds', {}, 'sub a 1\npub a 1\nx\r\n', 'MSG a 1 1\r\nx\r\n'],
    ['ignores what a server would say', {}, '+OK\r\nINFO {}\r\n', ''],
    ['carries empty messages and reply subjects', {}, 'SUB a 1\r\nPUB a r 0\r\n\r\n', 'MSG a 1 r 0\r\n\r\n'],
    [
      'carries headers',
      { headers: true },
      'SUB a 1\r\nHPUB a 14 16\r\nNATS/1.0\r\n\r\n\r\nhi\r\n',
      'HMSG a 1 14 16\r\nNATS/1.0\r\n\r\n\r\nhi\r\n',
    ],
  ])('%s', async (_what, options, said, expected) => {
    expect(await talk(options, said)).toBe(expected);
  });

  it('hands the body alone to a client that knows no headers', async () => {
    const plain = await RawClient.join(server);
    plain.say('SUB strip 1\r\nPING\r\n');
    await plain.hears('PONG');
    await talk({ headers: true }, 'HPUB strip 12 14\r\nNATS/1.0\r\n\r\nhi\r\n');
    expect(await plain.hears('hi\r\n')).toBe('PONG\r\nMSG strip 1 2\r\nhi\r\n');
    plain.leave();
  });

  it.each([
    ['an unknown verb', {}, 'HELLO\r\n', "-ERR 'Unknown Protocol Operation'"],
    ['a message to a client', {}, 'MSG a 1 1\r\nx\r\n', "-ERR 'Unknown Protocol Operation'"],
    ['a message longer than announced', {}, 'PUB a 1\r\nxyz\r\n', "-ERR 'Unknown Protocol Operation'"],
    ['a message over the limit', {}, 'PUB a 1048577\r\n', "-ERR 'Maximum Payload Violation'"],
    ['a line without end', {}, `SUB ${'a'.repeat(5_000)}`, "-ERR 'maximum control line exceeded'"],
    ['a size that is no number', {}, 'PUB a x\r\n', ''],
    ['headers longer than the message', { headers: true }, 'HPUB a 20 12\r\n', ''],
    ['headers from a client that knows none', {}, 'HPUB a 12 12\r\nNATS/1.0\r\n\r\n\r\n', ''],
    ['a second introduction that is no JSON', {}, 'CONNECT {nope\r\n', ''],
  ])('hangs up on %s', async (_what, options, said, expected) => {
    const client = await RawClient.join(server, options);
    client.say(said);
    expect(await client.lastWords()).toContain(expected);
  });

  const firstWords = async (said: string): Promise<RawClient> => {
    const client = await RawClient.dial(server);
    client.say(said);
    return client;
  };
  const withoutInfo = (heard: string): string => heard.replace(/^INFO .*\r\n/, '');

  // where a token is asked for, even a ping comes after it; a server that asks for none would answer PONG
  it.each([
    ['a ping', 'PING\r\n'],
    ['a ping in lower case', 'ping\r\n'],
    ['a ping before the introduction it announces', 'PING\r\nCONNECT {}\r\n'],
    ['a pong', 'PONG\r\n'],
    ['an acknowledgement', '+OK\r\n'],
    ['a message', 'PUB a 1\r\nx\r\n'],
    ['a subscription', 'SUB a 1\r\n'],
    ['the words of a server', 'INFO {}\r\n'],
    ['the words of a browser', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a word nobody knows', 'HELLO\r\n'],
    ['an empty line', '\r\n'],
    ['a wrong token', 'CONNECT {"auth_token":"wrong"}\r\n'],
    ['no token', 'CONNECT {}\r\n'],
  ])('hears first of all an introduction with the token, not %s', async (_what, said) => {
    const client = await firstWords(said);
    expect(withoutInfo(await client.lastWords())).toBe("-ERR 'Authorization Violation'\r\n");
  });

  it.each([
    ['a token that is no text', 'CONNECT {"auth_token":7}\r\n'],
    ['no JSON', 'CONNECT {nope\r\n'],
    ['nothing', 'CONNECT\r\n'],
  ])('hangs up on an introduction with %s', async (_what, said) => {
    const client = await firstWords(`${said}PING\r\n`);
    expect(await client.lastWords()).not.toContain('PONG');
  });

  it.each(['CONNECT', 'connect', 'Connect'])('is introduced by %s', async (verb) => {
    const client = await firstWords(`${verb} {"auth_token":"${server.token}"}\r\nPING\r\n`);
    expect(withoutInfo(await client.hears('PONG'))).toBe('+OK\r\nPONG\r\n');
    client.leave();
  });

  it('hangs up on a second introduction with a wrong token', async () => {
    const client = await RawClient.join(server);
    client.say('CONNECT {"auth_token":"wrong"}\r\n');
    expect(await client.lastWords()).toBe("-ERR 'Authorization Violation'\r\n");
  });

  it('hangs up on one who wants to hear of nobody but knows no headers', async () => {
    const client = await RawClient.dial(server);
    client.say(`CONNECT ${JSON.stringify({ auth_token: server.token, no_responders: true })}\r\n`);
    expect(await client.lastWords()).toContain("-ERR 'no responders requires headers support'");
  });

  it('survives any bytes, closing only the connection they came from', async () => {
    const witness = await join(server);
    const noise = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 600 }),
      fc.string({ minLength: 1 }).map((text) => Buffer.from(`PUB ${text}\r\n`)),
      fc.string({ minLength: 1 }).map((text) => Buffer.from(`SUB ${text}\r\nCONNECT ${text}\r\n`)),
    );
    await fc.assert(
      fc.asyncProperty(noise, fc.boolean(), async (bytes, introduced) => {
        const client = introduced ? await RawClient.join(server) : await RawClient.dial(server);
        client.say(bytes);
        client.socket.end();
        await client.closed;
        await witness.flush();
      }),
      { numRuns: 150 },
    );
    expect(witness.isClosed()).toBe(false);
    await witness.close();
  });
});
