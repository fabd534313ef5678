import { queryDoor, unknownResource } from '@benkan/doors';
import { certificateSeal, getErasureCertificate, type ErasureCertificate } from '@benkan/contracts/registry';
import { streamOf, type RecordedEvent } from '@benkan/event-store';
import { participants, readRegistry } from '../aggregates';
import type { RegistryContext } from '../context';
import { rootOf } from './family';

const erasureIn = async ({ store }: RegistryContext, stream: string) => {
  for await (const event of store.read(stream)) {
    const read = readRegistry(event.type, 1, event.data);
    if (read.kind === 'fact' && read.fact.type === 'personal-data-erased')
      return { event, data: read.fact.data };
  }
  return undefined;
};

const metaOf = ({ metadata }: RecordedEvent, field: 'at' | 'hash'): string => {
  const value: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, field) : '';
  return typeof value === 'string' ? value : '';
};

/** Keys that were gone before a rotation began were wrapped by no key that is left. */
const rotationOf = async (
  { vault }: RegistryContext,
  refs: readonly string[],
): Promise<ErasureCertificate['keyRotation']> => {
  const [cleanSince, erasedAt] = await Promise.all([vault.cleanSince(), vault.erasedAt(refs)]);
  const isDone = cleanSince !== undefined && erasedAt !== undefined && erasedAt < cleanSince;
  return { status: isDone ? 'DONE' : 'PENDING', cleanSince: cleanSince?.toISOString() ?? null };
};

/** registry.get-erasure-certificate: what history and vault say now, under a seal only the vault can make. */
export const getErasureCertificateDoor = (context: RegistryContext) =>
  queryDoor(getErasureCertificate, async ({ body }): Promise<ErasureCertificate> => {
    const { vault, now } = context;
    const { id: participantId } = await rootOf(context, body.participantId);
    const stream = streamOf(participants, participantId);
    const found = await erasureIn(context, stream);
    if (found === undefined) throw unknownResource();
    const { event, data } = found;
    const erasedAt = metaOf(event, 'at');
    const certificate = {
      format: 'benkan-erasure-certificate-1' as const,
      participantId,
      duplicates: [...data.duplicates],
      reason: data.reason,
      erasedOn: erasedAt.slice(0, 10),
      erasedAt,
      stream,
      revision: event.revision.toString(),
      position: event.position.commit.toString(),
      chain: metaOf(event, 'hash'),
      keyRotation: await rotationOf(context, [participantId, ...data.duplicates]),
      issuedAt: now().toISOString(),
    };
    return { ...certificate, seal: certificateSeal(certificate, vault.digest) };
  });
