import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { type handleUnaryCall, Server, ServerCredentials } from '@grpc/grpc-js';
import { type ChildServer, startChild } from './child-server.examples';
import { all, closedAfterEach, fact, newStream } from './misbehaving.examples';

const { keep, open } = closedAfterEach();

const member = (port: number, state: MemberInfo.VNodeState): MemberInfo =>
  new MemberInfo()
    .setInstanceId(new UUID().setString(randomUUID()))
    .setTimeStamp('1')
    .setIsAlive(true)
    .setState(state)
    .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port));

/** A node that tells who leads. */
const gossiping = async (members: () => readonly MemberInfo[]): Promise<number> => {
  const server = new Server();
  const read: handleUnaryCall<unknown, ClusterInfo> = (_call, reply) =>
    reply(null, new ClusterInfo().setMembersList([...members()]));
  server.addService({ read: GossipService.read }, { read });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  keep({ close: async () => server.forceShutdown() });
  return port;
};

/** A node whose port is open and which never says a word. */
const silent = async (): Promise<number> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  keep({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return (server.address() as AddressInfo).port;
};

describe('trap 13: several endpoints', () => {
  let folder: string;
  let leader: ChildServer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benkan-cluster-'));
    leader = await startChild(folder);
  });
  afterEach(async () => {
    await leader.kill();
    await rm(folder, { recursive: true });
  });

  const { LEADER, FOLLOWER } = MemberInfo.VNodeState;
  const cluster = () => [member(1, FOLLOWER), member(leader.port, LEADER), member(2, FOLLOWER)];
  const urlOf = (ports: readonly number[], options = '') =>
    `esdb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}?tls=false${options}`;

  it('are asked who leads, and the leader of three is written to and read', async () => {
    const seeds = [await gossiping(cluster), await gossiping(cluster), await gossiping(cluster)];
    const store = open(urlOf(seeds));
    const stream = newStream();
    expect(await store.append(stream, 'no-stream', [fact()])).toMatchObject({ kind: 'committed' });
    expect(await all(store.read(stream))).toHaveLength(1);
  });

  it('are asked again when the leader is gone: the same append is written once by the next one', async () => {
    const seeds = [await gossiping(cluster), await gossiping(cluster), await gossiping(cluster)];
    const store = open(urlOf(seeds));
    const stream = newStream();
    const events = [fact()];
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ kind: 'committed' });
    await leader.kill();
    expect(await store.append(stream, 0n, [fact()])).toMatchObject({ kind: 'unknown' });
    leader = await startChild(folder);
    let outcome = await store.append(stream, 'no-stream', events);
    while (outcome.kind === 'unknown') outcome = await store.append(stream, 'no-stream', events);
    expect(outcome).toMatchObject({ kind: 'committed', revision: 0n });
    expect(await all(store.read(stream))).toHaveLength(1);
  });

  it('may be dead or silent but for one; the silent one costs its gossip timeout, which is in seconds', async () => {
    const [alive, mute] = [await gossiping(cluster), await silent()];
    const store = open(urlOf([1, mute, alive], '&gossipTimeout=1'), { appendTimeoutMs: 20_000 });
    const began = performance.now();
    expect(await store.append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'committed' });
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('that all keep silent leave an append unknown within its own time', async () => {
    const store = open(urlOf([await silent(), await silent(), await silent()]), { appendTimeoutMs: 200 });
    const outcomes = [1, 2, 3].map(() => store.append(newStream(), 'no-stream', [fact()]));
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
