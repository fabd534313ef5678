import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { connect, type NatsConnection } from 'nats';
import { childrenOf } from './processes';

const LISTENING = '0A';
const SOCKET = /^socket:\[(\d+)\]$/;

const socketsOf = (pid: number): ReadonlySet<string> => {
  const folder = `/proc/${pid}/fd`;
  const links = readdirSync(folder).flatMap((name) => {
    try {
      return [SOCKET.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? ''];
    } catch {
      return [];
    }
  });
  return new Set(links);
};

/** The TCP ports a process listens on. */
const portsOf = (pid: number): readonly number[] => {
  const own = socketsOf(pid);
  const rows = readFileSync(`/proc/${pid}/net/tcp`, 'utf8').split('\n').slice(1);
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
    return state === LISTENING && own.has(inode) ? [Number.parseInt(local.split(':')[1] ?? '', 16)] : [];
  });
};

/** Resolves with the port when it greets as a broker does; what waits to be greeted never resolves. */
const greets = async (port: number, signal: AbortSignal): Promise<number> => {
  const socket = dial(port, '127.0.0.1').on('error', () => undefined);
  signal.addEventListener('abort', () => socket.destroy());
  const [said] = (await once(socket, 'data')) as [Buffer];
  if (!said.toString('latin1').startsWith('INFO ')) throw new Error(`${port} is no broker`);
  return port;
};

const embeddedBroker = async (launcher: number): Promise<string> => {
  const found = new AbortController();
  const ports = portsOf(childrenOf(launcher).get('servers') ?? 0);
  const port = await Promise.any(ports.map((each) => greets(each, found.signal)));
  found.abort();
  return `nats://127.0.0.1:${port}`;
};

/** A stranger who knows the token, on the broker of a stack: the one it was given, or the one among its servers. */
export const intruderOf = async (launcher: number, token: string): Promise<NatsConnection> =>
  connect({ servers: process.env['NATS_URL'] ?? (await embeddedBroker(launcher)), token, reconnect: false });
