import { z } from 'zod';
import { IMPORT_KINDS } from '../code-lists';
import { defineQuery } from '../contract';
import { freeText, id, instant, position } from '../primitives';

/** Largest upload, in bytes. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
/** A file crosses the broker in parts of this size, in bytes. */
export const PART_BYTES = 256 * 1024;

export const IMPORT_STATUSES = ['RECEIVED', 'RUNNING', 'COMPLETED', 'REJECTED'] as const;
export const ROW_OUTCOMES = ['accepted', 'unchanged', 'refused', 'warning'] as const;

const difference = z.strictObject({
  field: z.string(),
  recorded: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  given: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});

/** What became of one row. `line` is the row's number in the sheet, `value` the cell as read, `hint` what to do, in French. */
const rowReport = z.strictObject({
  line: z.number().int(),
  outcome: z.enum(ROW_OUTCOMES),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      column: z.string().nullable(),
      value: z.string().nullable(),
      hint: z.string(),
      differences: z.array(difference).optional(),
    }),
  ),
});
export type RowReport = z.infer<typeof rowReport>;

const counts = z.strictObject({
  accepted: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  warning: z.number().int(),
});
export type ImportCounts = z.infer<typeof counts>;

const importJob = z.strictObject({
  id: id(),
  importKind: z.enum(IMPORT_KINDS),
  fileName: z.string().nullable(),
  dryRun: z.boolean(),
  status: z.enum(IMPORT_STATUSES),
  receivedAt: instant(),
  completedAt: instant().nullable(),
  progress: z.strictObject({ done: z.number().int(), total: z.number().int().nullable() }),
  counts,
  /** The position that includes every fact of this import; null before it is over, and where nothing was said. */
  position: position().nullable(),
  /** Why the whole file was rejected. */
  rejection: z.strictObject({ code: z.string(), hint: z.string(), columns: z.array(z.string()) }).nullable(),
});
export type ImportJob = z.infer<typeof importJob>;

export const putPart = defineQuery({
  name: 'imports.put-part',
  summary: 'Keep one part of a file being uploaded',
  request: z.strictObject({
    uploadId: id(),
    index: z.number().int().min(0).max(79),
    bytes: z.base64().max(360_000),
  }),
  response: z.strictObject({ stored: z.literal(true) }),
});

/** An import records no fact of its own: its rows become commands, and the facts name the import as their correlation. */
export const receiveImport = defineQuery({
  name: 'imports.receive',
  summary: 'Import a spreadsheet: each row becomes commands through the same doors as any client',
  request: z.strictObject({
    id: id(),
    uploadId: id(),
    parts: z.number().int().min(1).max(80),
    importKind: z.enum(IMPORT_KINDS),
    fileName: freeText(200).nullable(),
    dryRun: z.boolean(),
  }),
  response: z.strictObject({ id: id() }),
});

export const getImport = defineQuery({
  name: 'imports.get-import',
  summary: 'Progress and report of an import, by page of rows',
  request: z.strictObject({
    importId: id(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
    outcome: z.enum(ROW_OUTCOMES).optional(),
  }),
  response: importJob.extend({ rows: z.array(rowReport), next: z.string().optional() }),
});

export const listImports = defineQuery({
  name: 'imports.list-imports',
  summary: 'Imports of the last 30 days, newest first',
  request: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  response: z.strictObject({ items: z.array(importJob), next: z.string().optional() }),
});

export const getRefusedRows = defineQuery({
  name: 'imports.get-refused-rows',
  summary: 'The refused rows as a workbook to correct and send again',
  request: z.strictObject({ importId: id(), part: z.number().int().min(0).default(0) }),
  response: z.strictObject({ bytes: z.string(), parts: z.number().int() }),
});

export const commands = [] as const;
export const queries = [putPart, receiveImport, getImport, listImports, getRefusedRows] as const;
