import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';
import type { Messaging } from '@benkan/messaging';
import { natsMessaging } from '@benkan/messaging-nats';
import { attendanceRequest, contextKey, contextsOf } from './attendance-door';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { startChild } from './child';
import { inLanes, times, type Task } from './lanes';
import { newLine } from './meeting-history';
import type { RespondersOrder } from './responders';
import { compare, scaled, type Side } from './round-runner';
import { PLAIN } from './subjects';

const MEETING = '00000000-0000-4000-8000-000000000001';

/** The first answer, however long the connection takes. */
const connected = async (
  messaging: Messaging,
  ask: () => ReturnType<Messaging['request']>,
): Promise<void> => {
  const first = await ask();
  if (first.kind !== 'answer' || !messaging.connected()) throw new Error(JSON.stringify(first));
};

const measured =
  (lanes: number, requests: number) =>
  async (bed: Bed, { rounds }: Settings): Promise<Ratio> => {
    const { natsToken } = bed;
    const [url, key] = [bed.url('broker'), contextKey()];
    const order: RespondersOrder = { listen: ['service', 'plain'], natsUrl: url, natsToken, contextKey: key };
    const responders = await startChild<RespondersOrder, 'listening'>('responders.js', order);
    const token = natsToken === undefined ? {} : { token: natsToken };
    const messaging = natsMessaging({ url, name: 'bench', ...token });
    const plain = ClientProxyFactory.create({
      transport: Transport.NATS,
      options: { servers: [url], ...token },
    });
    await plain.connect();
    const context = contextsOf(key);
    // who asks signs each request anew, as the gateway does
    const askOurs = () => messaging.request(attendanceRequest(context, MEETING));
    await connected(messaging, askOurs);

    const side = (name: string, task: Task): Side => ({
      name,
      alsoCpuOf: [responders.pid],
      prepare: async (_round, effort) => {
        const each = scaled(requests / lanes, effort);
        return { operations: each * lanes, run: () => inLanes(times(lanes, () => times(each, () => task))) };
      },
    });
    const ours = side('our request layer', async () => {
      const reply = await askOurs();
      if (reply.kind !== 'answer') throw new Error(JSON.stringify(reply));
    });
    const nest = side('ClientNats.send', async () => {
      const body = { meetingId: MEETING, ...newLine() };
      const reply = await firstValueFrom(plain.send<{ readonly changed: boolean }>(PLAIN, body));
      if (!reply.changed) throw new Error(JSON.stringify(reply));
    });
    try {
      return await compare({ numerator: ours, denominators: [nest], rounds });
    } finally {
      await messaging.close();
      await plain.close();
      await responders.end();
    }
  };

const bench = (id: string, lanes: number, requests: number): Bench => ({
  id,
  title: `request layer (envelope, signed context, deadline, door) ÷ plain Nest ClientNats.send, ${lanes} at a time`,
  bar: { atLeast: 0.85 },
  measure: onBed(['broker'], measured(lanes, requests)),
});

export const requestLayer: readonly Bench[] = [bench('B6/1', 1, 4_000), bench('B6/32', 32, 24_000)];
