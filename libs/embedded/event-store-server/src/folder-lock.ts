import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerFault } from './server-fault';

// a name the kernel frees with its holder: no stale lock survives a kill
const addressOf = (folder: string): string => {
  const name = `benkan-events-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
};

const isHeld = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(address);
    probe.once('connect', () => resolve(true));
    probe.once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });

const listen = (address: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((peer) => peer.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server.unref()));
  });

const claim = async (address: string): Promise<Server | undefined> => {
  const server = await listen(address);
  if (server || !address.startsWith('/') || (await isHeld(address))) return server;
  rmSync(address, { force: true });
  return listen(address);
};

/** Holds the folder for this process until released; throws `folder-locked` while another one does. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const server = await claim(addressOf(realpathSync(folder)));
  if (!server) throw new ServerFault('folder-locked', `${folder} is in use by another running server`);
  return () => new Promise((resolve) => void server.close(() => resolve()));
};
