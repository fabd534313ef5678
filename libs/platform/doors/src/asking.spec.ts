import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { defineCommand, defineQuery } from '@benkan/contracts';
import { Fault, fault, nextSpan, type Messaging, type Reply, type Request } from '@benkan/messaging';
import { signedContexts, type Principal } from '@benkan/security';
import { asking, SERVICE, telling } from './asking';

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
  refusals: ['not-convened'],
  example: { meetingId: 'm1' },
});

const context = signedContexts({ key: randomBytes(32) });
const uploader: Principal = { issuer: 'i', subject: 's', roles: [{ role: 'supervisor', territory: null }] };
const body = { meetingId: 'm1' };
const because = { correlationId: 'c', deadline: 7 };

const listening = (reply: Reply) => {
  const heard: Request[] = [];
  const messaging: Messaging = {
    request: async (request) => {
      heard.push(request);
      return reply;
    },
    connected: () => true,
    close: async () => undefined,
  };
  return { heard, ask: asking(messaging, context), tell: telling(messaging, context) };
};
const held: Reply = { v: 1, kind: 'answer', data: { held: true } };
const speaker = { principal: uploader, commandId: 'command' };

describe('asking another service', () => {
  it('carries the cause: correlation, deadline, position and trace', async () => {
    const { ask, heard } = listening(held);
    const traceparent = nextSpan(undefined);
    expect(await ask(get, body, { ...because, traceparent, atLeast: 12n })).toEqual({ held: true });
    expect(heard).toMatchObject([{ ...because, name: get.name, body, traceparent, atLeast: '12' }]);
    expect(context.verify(heard[0]?.context ?? '')).toEqual(SERVICE);
  });

  it('carries it with a command too, in the name of who said it', async () => {
    const { tell, heard } = listening(held);
    const traceparent = nextSpan(undefined);
    expect(await tell(hold, body, { ...speaker, ...because, traceparent })).toBe(held);
    expect(heard).toMatchObject([{ ...because, name: hold.name, body, traceparent, commandId: 'command' }]);
    expect(context.verify(heard[0]?.context ?? '')).toEqual(uploader);
  });

  it('begins a trace where no request made it ask', async () => {
    const { ask, tell, heard } = listening(held);
    await ask(get, body, because);
    await tell(hold, body, { ...speaker, ...because });
    const [one, other] = heard.map(({ traceparent }) => traceparent);
    expect([one, other]).toEqual([expect.stringMatching(/^00-.+-01$/), expect.stringMatching(/^00-.+-01$/)]);
    expect(one).not.toBe(other);
  });

  it('knows nothing where the other knows nothing, and fails where it cannot say', async () => {
    expect(await listening(fault('unknown-resource')).ask(get, body, because)).toBeUndefined();
    const away = listening(fault('unavailable', 'why')).ask(get, body, because);
    await expect(away).rejects.toEqual(new Fault('unavailable', get.name));
    const refused = listening({ v: 1, kind: 'refused', code: 'not-convened' }).ask(get, body, because);
    await expect(refused).rejects.toMatchObject({ code: 'internal' });
  });
});
