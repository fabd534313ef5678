import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';

/** A file system of its own, in memory. */
export type SmallDisk = {
  /** Where this process sees it. */
  readonly path: string;
  /** Where a process behind `enter` sees it. */
  readonly inside: string;
  /** Words before a command that is to see it. */
  readonly enter: readonly string[];
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
  // whoever was killed on it may not be gone yet
  const remove = async () => void execFileSync('umount', ['--lazy', path]);
  return { path, inside: path, enter: [], remove };
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
    inside,
    enter: ['nsenter', '--preserve-credentials', '-U', '-m', '-t', String(holder.pid)],
    remove: async () => {
      holder.stdin.end();
      await gone;
    },
  };
};

/** Mounts a file system on a new folder: directly as root, else in a namespace; throws where neither is allowed. */
export const smallDisk = async (path: string, kilobytes: number): Promise<SmallDisk> => {
  mkdirSync(path);
  return process.getuid?.() === 0 ? mounted(path, kilobytes) : mountedApart(path, kilobytes);
};
