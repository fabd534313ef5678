import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContract, QueryContract, StoredEvent } from '@benkan/contracts';
import * as analytics from '@benkan/contracts/analytics';
import * as imports from '@benkan/contracts/imports';
import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';
import * as training from '@benkan/contracts/training';

/** What the entry of one domain promises. */
export type DomainEntry = {
  readonly commands: readonly CommandContract[];
  readonly queries: readonly QueryContract[];
  readonly storedEvents?: readonly StoredEvent[];
};

/** Domain → its entry of contracts. */
export const entries: Readonly<Record<string, DomainEntry>> = {
  analytics,
  imports,
  meetings,
  registry,
  training,
};

export const root = join(__dirname, '..');

/** Paths from the root of all files below a folder, or none when it does not exist. */
export const filesBelow = (folder: string): readonly string[] => {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch {
    return [];
  }
};

/** Who may say what, and where it is: of every domain, and none themselves. */
const OF_ALL: readonly string[] = ['access', 'places'];

/** The other folders of `libs/contracts/src`: every one is a domain, none may be missing from `entries`. */
export const contractFolders = (): readonly string[] =>
  readdirSync(join(root, 'libs/contracts/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !OF_ALL.includes(entry.name))
    .map((entry) => entry.name);
