import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The living children of a process, by what they run: of a launcher, the servers and the services. */
export const childrenOf = (pid: number): ReadonlyMap<'servers' | 'services', number> => {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString();
  const children = table.split('\n').flatMap((line) => {
    const [, child, parent, name] = /^\s*(\d+)\s+(\d+)\s.*\/(servers|services)\/main\.js/.exec(line) ?? [];
    return Number(parent) === pid ? [[name as 'servers' | 'services', Number(child)] as const] : [];
  });
  return new Map(children);
};

/** Whether a process is there and is more than an entry nobody has collected. */
export const isRunning = (pid: number): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};
