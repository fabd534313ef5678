import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveRefused } from './refused';

// a name the kernel frees with its holder: no stale lock survives a kill
const addressOf = (folder: string): string => {
  const name = `benkan-backup-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
};

const isHeld = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(address);
    probe.once('connect', () => {
      resolve(true);
      probe.destroy();
    });
    probe.once('error', () => resolve(false));
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

/** Holds an existing folder for this process until released. Throws `in-use` while another one does. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const server = await claim(addressOf(realpathSync(folder)));
  if (!server)
    throw new ArchiveRefused(
      'in-use',
      `${folder}: another backup is being written there; wait for it, or choose another folder`,
    );
  return () => new Promise((resolve) => void server.close(() => resolve()));
};
