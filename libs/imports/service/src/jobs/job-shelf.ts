import type { RowReport } from '@benkan/contracts/imports';
import { derivedId } from '@benkan/messaging';
import type { Vault } from '@benkan/vault';
import type { Job } from './job';

const SHELF = 'imports';

const fromBytes = <Value>(bytes: Uint8Array): Value =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as Value;
const toBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');

const partRef = (uploadId: string, index: number) => derivedId('import-part', uploadId, String(index));
const reportRef = (importId: string) => derivedId('import-report', importId);
const memoryRef = (importId: string, key: string) => derivedId('import-memory', importId, key);
const refusedRef = (importId: string) => derivedId('import-refused-rows', importId);

/** Asks once for the whole of an import, however often it is broken off. */
export type Remember = <Value>(key: string, find: () => Promise<Value>) => Promise<Value>;

export type Uploaded = Pick<Job, 'uploadId' | 'parts'>;

/** Jobs, files and reports of imports: vault documents, each under a key of its own. */
export const jobShelf = (vault: Vault) => ({
  put: (job: Job): Promise<void> => vault.putNote(SHELF, job.id, toBytes(job)),
  get: async (importId: string): Promise<Job | undefined> => {
    const bytes = await vault.openNote(importId);
    return bytes && fromBytes<Job>(bytes);
  },
  /** Newest first. */
  all: async (): Promise<readonly Job[]> =>
    (await vault.notes(SHELF)).map(({ bytes }) => fromBytes<Job>(bytes)),
  putPart: (uploadId: string, index: number, bytes: Uint8Array): Promise<void> =>
    vault.sealFile(partRef(uploadId, index), bytes),
  /** The uploaded file; undefined when a part is missing. */
  file: async ({ uploadId, parts }: Uploaded): Promise<Uint8Array | undefined> => {
    const found: Uint8Array[] = [];
    for (let index = 0; index < parts; index += 1) {
      const part = await vault.openFile(partRef(uploadId, index));
      if (part === undefined) return undefined;
      found.push(part);
    }
    return Buffer.concat(found);
  },
  forgetFile: async ({ uploadId, parts }: Uploaded): Promise<void> => {
    for (let index = 0; index < parts; index += 1) await vault.destroyFile(partRef(uploadId, index));
  },
  putReport: (importId: string, rows: readonly RowReport[]): Promise<void> =>
    vault.sealFile(reportRef(importId), toBytes(rows)),
  report: async (importId: string): Promise<readonly RowReport[]> => {
    const bytes = await vault.openFile(reportRef(importId));
    return bytes === undefined ? [] : fromBytes<RowReport[]>(bytes);
  },
  putRefusedRows: (importId: string, workbook: Uint8Array): Promise<void> =>
    vault.sealFile(refusedRef(importId), workbook),
  refusedRows: (importId: string): Promise<Uint8Array | undefined> => vault.openFile(refusedRef(importId)),
  /** What an import found when it first looked, the same again for a run that takes it up after a crash. */
  remembered:
    (importId: string): Remember =>
    async (key, find) => {
      const ref = memoryRef(importId, key);
      const kept = await vault.openFile(ref);
      if (kept !== undefined) return fromBytes(kept);
      const found = await find();
      await vault.sealFile(ref, toBytes(found));
      return found;
    },
  /** Drops a report half written by a run that died. */
  forgetReport: async (importId: string): Promise<void> => {
    await vault.destroyFile(reportRef(importId));
    await vault.destroyFile(refusedRef(importId));
  },
});

export type JobShelf = ReturnType<typeof jobShelf>;
