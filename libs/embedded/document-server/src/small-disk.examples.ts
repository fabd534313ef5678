import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of 16 MiB. */
export interface SmallDisk {
  /** where this process sees it */
  readonly path: string;
  /** where a process behind `enter` sees it */
  readonly inside: string;
  /** words before a command that is to see it */
  readonly enter: readonly string[];
  remove(): Promise<void>;
}

const MOUNT = ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs'];

const mounted = (path: string): SmallDisk => {
  execFileSync('mount', [...MOUNT, path]);
  return {
    path,
    inside: path,
    enter: [],
    remove: async () => void execFileSync('umount', [path]),
  };
};

// a mount of one's own needs no privilege inside a user namespace, and lasts as long as a process in it
const mountedApart = async (inside: string): Promise<SmallDisk> => {
  const script = `mount ${MOUNT.join(' ')} "$0" && echo mounted && exec cat`;
  const holder = spawn('unshare', ['-rm', 'sh', '-c', script, inside], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const failed = once(holder, 'exit').then(() => {
    throw new Error('no small file system: run as root, or allow user namespaces');
  });
  await Promise.race([once(holder.stdout, 'data'), failed]);
  failed.catch(() => undefined);
  const gone = once(holder, 'exit');
  return {
    path: `/proc/${holder.pid}/root${inside}`,
    inside,
    enter: ['nsenter', '--preserve-credentials', '-U', '-m', '-t', String(holder.pid)],
    remove: async () => {
      holder.stdin.end();
      await gone;
    },
  };
};

/** Mounts a small file system under a folder: directly as root, else in a namespace; throws where neither is allowed. */
export const smallDisk = async (folder: string): Promise<SmallDisk> => {
  const path = join(folder, 'small');
  mkdirSync(path);
  return process.getuid?.() === 0 ? mounted(path) : mountedApart(path);
};
