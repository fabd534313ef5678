import { readFileSync } from 'node:fs';

// linux counts a process's time in hundredths of a second, whatever the kernel ticks at
const MS_A_TICK = 10;

/** Processor time of another process in ms, in steps of 10 ms; 0 where the system does not tell (no /proc). */
const cpuMsOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
  } catch {
    return 0;
  }
};

/** Milliseconds of processor time, user and system, of this process and of the others named. */
export const cpuMs = (others: readonly number[] = []): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 + others.reduce((sum, pid) => sum + cpuMsOf(pid), 0);
};
