import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

const orNothing = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

// a container has process ids of its own: another namespace is another machine
const machine = (): string =>
  createHash('sha256')
    .update(hostname())
    .update(orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')))
    .update(orNothing(() => readlinkSync('/proc/self/ns/pid')))
    .digest('hex')
    .slice(0, 16);

const ENDED = ['Z', 'X', 'x'];
const STARTED = 19;

type Life = { readonly state: string; readonly started: string };

// the name of a program may hold spaces and brackets: what counts comes after the last one
const lifeOf = (pid: number): Life | undefined => {
  const stat = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[STARTED]];
  return state === undefined || started === undefined ? undefined : { state, started };
};

const answersSignals = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return Reflect.get(Object(error), 'code') !== 'ESRCH';
  }
};

const isAlive = (pid: number, started: string): boolean => {
  if (started === '') return answersSignals(pid);
  const life = lifeOf(pid);
  return life !== undefined && life.started === started && !ENDED.includes(life.state);
};

/** A name no other start of no other process has: machine, process, its start, chance. */
export const newOwner = (): string =>
  [machine(), process.pid, lifeOf(process.pid)?.started ?? '', randomUUID().slice(0, 8)].join('.');

/** Whether an owner certainly lives no more: only a process of this very machine can be known to. */
export const isGone = (owner: string): boolean => {
  const [where, pid = '', started = ''] = owner.split('.');
  return where === machine() && /^\d+$/.test(pid) && !isAlive(Number(pid), started);
};
