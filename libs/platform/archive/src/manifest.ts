import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ArchiveRefused } from './refused';
import { faultAt } from './fault';
import { dataShelves, type DataShelfName } from './shelves';

/** The newest format this program reads, and the one it writes; the first had no accounts. */
export const FORMAT = 2;

const text = () => z.string().min(1);
const count = () => z.number().int().nonnegative();
const digits = () => z.string().regex(/^\d{1,19}$/);
const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);

const file = z.strictObject({
  path: z.string().regex(/^(events\/|vault\/[a-z-]+-|keys-)\d{6}\.jsonl\.gz$|^erasures\.jsonl$/),
  bytes: count(),
  sha256: sha256(),
  /** Bytes and lines once it is unpacked. */
  plainBytes: count(),
  lines: count(),
});

const shelf = z.strictObject({ records: count(), files: z.array(file) });
type Always = Exclude<DataShelfName, 'accounts'>;
const shelves = z.strictObject({
  ...(Object.fromEntries(dataShelves.map((name) => [name, shelf])) as Record<Always, typeof shelf>),
  accounts: shelf.optional(),
});

const findings = z.strictObject({
  brokenChains: count(),
  /** The first of them. */
  broken: z.array(
    z.strictObject({
      stream: text(),
      revision: digits(),
      reason: z.enum(['no-chain', 'another-predecessor', 'altered']),
    }),
  ),
  /** References of events to a text that is not there. */
  missingTexts: count(),
  /** References of events to a text that is there and whose key is not. */
  textsWithoutKey: count(),
});

const header = {
  format: z.literal([1, FORMAT]),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
};

const backup = z.strictObject({
  ...header,
  /** What the caller said of the place it was taken from. */
  about: z.record(z.string(), z.string()),
  /** The newest event that is in; null when there was none. */
  position: z.strictObject({ commit: digits(), prepare: digits() }).nullable(),
  events: z.strictObject({ records: count(), streams: count(), files: z.array(file) }),
  vault: shelves,
  erasures: file,
  findings,
  keys: z.strictObject({ records: count(), manifestSha256: sha256() }),
  /** The key-encryption keys that open it, the one that wraps new keys first. Never the keys themselves. */
  keks: z.array(text()),
});

const keys = z.strictObject({ ...header, records: count(), files: z.array(file) });

export type FileEntry = z.infer<typeof file>;
export type Findings = z.infer<typeof findings>;
export type Manifest = z.infer<typeof backup>;
export type KeysManifest = z.infer<typeof keys>;

/** What a backup holds of a shelf; nothing of one that its format did not know. */
export const shelfIn = (vault: Manifest['vault'], name: DataShelfName): z.infer<typeof shelf> =>
  vault[name] ?? { records: 0, files: [] };

export const sha256Of = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const written = (content: object): string => JSON.stringify(content, null, 2);

const withChecksum = (content: object): Buffer =>
  Buffer.from(`${written({ ...content, checksum: sha256Of(written(content)) })}\n`);

/** The bytes of a manifest: its content in the order of the schema, and a checksum of it. */
export const renderBackup = (content: Manifest): Buffer => withChecksum(backup.parse(content));
export const renderKeys = (content: KeysManifest): Buffer => withChecksum(keys.parse(content));

const parsed = (name: string, bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw faultAt({ file: name }, 'altered', 'it is no JSON');
  }
};

const envelope = z.looseObject({ format: z.number() });

const refuseNewer = (name: string, content: unknown): void => {
  const { data } = envelope.safeParse(content);
  if (data !== undefined && data.format > FORMAT)
    throw new ArchiveRefused(
      'newer-format',
      `${name} has format ${data.format}, this program reads up to ${FORMAT}; use the newer program that wrote it`,
    );
};

const checked = <M extends Manifest | KeysManifest>(shape: z.ZodType<M>, name: string, bytes: Buffer): M => {
  const content = parsed(name, bytes);
  refuseNewer(name, content);
  const { checksum: _told, ...rest } = z.looseObject({}).catch({}).parse(content);
  const { data } = shape.safeParse(rest);
  // the same content has the same bytes: whatever was altered shows, white space too
  if (data === undefined || !withChecksum(data).equals(bytes))
    throw faultAt({ file: name }, 'altered', 'it is not as it was written');
  return data;
};

/** Throws the fault of an altered manifest, and `newer-format`. */
export const backupManifest = (name: string, bytes: Buffer): Manifest => checked(backup, name, bytes);
export const keysManifest = (name: string, bytes: Buffer): KeysManifest => checked(keys, name, bytes);
