import type { ErasureCertificate } from '@benkan/contracts/registry';
import { verifyChain, type EventStore, type RecordedEvent } from '@benkan/event-store';

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const eventAt = async (
  store: EventStore,
  stream: string,
  revision: bigint,
): Promise<RecordedEvent | undefined> => {
  for await (const event of store.read(stream, { from: revision, limit: 1 })) return event;
  return undefined;
};

const differs = (event: RecordedEvent, certificate: ErasureCertificate): readonly string[] => {
  const { data, metadata } = event;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['la personne', field(data, 'participantId'), certificate.participantId],
    ['le motif', field(data, 'reason'), certificate.reason],
    [
      'les fiches du même nom',
      JSON.stringify(field(data, 'duplicates')),
      JSON.stringify(certificate.duplicates),
    ],
    ['l’instant', field(metadata, 'at'), certificate.erasedAt],
    ['le jour', certificate.erasedAt.slice(0, 10), certificate.erasedOn],
    ['l’empreinte de la chaîne', field(metadata, 'hash'), certificate.chain],
  ];
  return pairs
    .filter(([, told, said]) => told !== said)
    .map(([what]) => `${what} n’est pas ce que dit l’histoire`);
};

/** What in a certificate is not as the history tells it; an unbroken chain is part of it. */
export const historyFaults = async (
  store: EventStore,
  certificate: ErasureCertificate,
): Promise<readonly string[]> => {
  const { stream, participantId, revision } = certificate;
  if (stream !== `participant-${participantId}`) return ['le flux n’est pas celui de la personne'];
  const event = await eventAt(store, stream, BigInt(revision));
  if (event?.type !== 'personal-data-erased' || event.revision !== BigInt(revision))
    return ['l’histoire ne connaît pas cet effacement'];
  const chain = await verifyChain(store, stream);
  const broken = chain.kind === 'broken' ? [`la chaîne est rompue à la révision ${chain.revision}`] : [];
  return [...differs(event, certificate), ...broken];
};
