import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';

/** A file system in memory. */
export type SmallDisk = {
  /** Where this process sees it. */
  readonly path: string;
  readonly remove: () => Promise<void>;
};

const mountOf = (kilobytes: number): readonly string[] => [
  '-t',
  'tmpfs',
  '-o',
  `size=${kilobytes}k`,
  'tmpfs',
];

const mounted = (path: string, kilobytes: number): SmallDisk => {
  execFileSync('mount', [...mountOf(kilobytes), path]);
  return { path, remove: async () => void execFileSync('umount', [path]) };
};

// a mount of one's own needs no privilege inside a user namespace, and lasts as long as a process in it
const mountedApart = async (inside: string, kilobytes: number): Promise<SmallDisk> => {
  const script = `mount ${mountOf(kilobytes).join(' ')} "$0" && echo mounted && exec cat`;
  const holder = spawn('unshare', ['-rm', 'sh', '-c', script, inside], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(holder, 'exit');
  const failed = gone.then(() => {
    throw new Error('no small file system: run as root, or allow user namespaces');
  });
  await Promise.race([once(holder.stdout, 'data'), failed]);
  failed.catch(() => undefined);
  return {
    path: `/proc/${holder.pid}/root${inside}`,
    remove: async () => {
      holder.stdin.end();
      await gone;
    },
  };
};

/** Mounts a small file system: directly as root, else in a namespace; throws where neither is allowed. */
export const smallDisk = async (path: string, kilobytes: number): Promise<SmallDisk> => {
  mkdirSync(path);
  return process.getuid?.() === 0 ? mounted(path, kilobytes) : mountedApart(path, kilobytes);
};
