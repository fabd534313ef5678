import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataFolder } from './data-folder';
import type { StoreUrls } from './start-servers';

const url = z.string().min(1);
const announcement = z.object({
  pid: z.number().int().positive(),
  urls: z.object({ esdbUrl: url, mongoUrl: url, vaultUrl: url, keysUrl: url }),
});

const fileOf = ({ path }: Pick<DataFolder, 'path'>): string => join(path, 'running.json');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && Reflect.get(error, 'code') === 'EPERM';
  }
};

/** Tells commands where the stores of a running stack are; answers how to take it back. */
export const announce = (folder: Pick<DataFolder, 'path'>, urls: StoreUrls): (() => void) => {
  const file = fileOf(folder);
  const { esdbUrl, mongoUrl, vaultUrl, keysUrl } = urls;
  const said = { pid: process.pid, urls: { esdbUrl, mongoUrl, vaultUrl, keysUrl } };
  writeFileSync(`${file}.new`, `${JSON.stringify(said)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return () => rmSync(file, { force: true });
};

/** Where the stores of a running stack are; undefined when none runs on this folder. */
export const whereRunning = (folder: Pick<DataFolder, 'path'>): StoreUrls | undefined => {
  try {
    const { pid, urls } = announcement.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
    return isAlive(pid) ? urls : undefined;
  } catch {
    return undefined;
  }
};
