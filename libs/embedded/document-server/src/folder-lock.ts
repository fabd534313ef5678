import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './error-code';
import { StartFault } from './faults';

/** When a process began, where the system tells: a process number alone is used again. */
const beginningOf = (pid: number): string => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = (holder: string): boolean => {
  const [pid = '', beginning = ''] = holder.split(' ');
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return beginning === '' || beginning === beginningOf(Number(pid));
};

const created = (file: string, content: string): boolean => {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

const holderOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
};

// moved away first: of two that find a dead holder, one moves the other's new lock, sees it and puts it back
const clearDead = (file: string, dead: string): boolean => {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  const mine = readFileSync(aside, 'utf8') === dead;
  if (!mine) linkSync(aside, file);
  rmSync(aside);
  return mine;
};

/**
 * Creates the folder at mode 0700 and holds it for this process until released.
 * A living holder answers StartFault `folder-locked`; a dead one is replaced.
 */
export const lockFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = join(folder, 'lock');
  const content = `${process.pid} ${beginningOf(process.pid)}`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (created(file, content)) return () => rmSync(file, { force: true });
    const holder = holderOf(file);
    if (isAlive(holder) || !clearDead(file, holder)) break;
  }
  throw new StartFault('folder-locked', `the folder ${folder} is in use by another running server`);
};
