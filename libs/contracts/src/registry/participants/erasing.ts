import { z } from 'zod';
import { CONSENT_CHANNELS, CONSENT_PURPOSES, ERASURE_REASONS } from '../../code-lists';
import { defineCommand, defineQuery } from '../../contract';
import { day, digest, id, instant, position } from '../../primitives';
import { defineEvent } from '../../stored-event';

export const eraseParticipant = defineCommand({
  name: 'registry.erase-participant',
  summary: 'Destroy the keys of a person’s data for ever; counts stay, every read shows « retiré »',
  request: z.strictObject({
    participantId: id(),
    reason: z.enum(ERASURE_REASONS).exclude(['KNOWN_TO_THE_VAULT']),
  }),
  refusals: ['participant-unknown', 'participant-merged'],
  example: { participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13', reason: 'SUBJECT_REQUEST' },
});

const mention = z.strictObject({
  type: z.string(),
  stream: z.string(),
  revision: z.string(),
  on: day(),
  position: position(),
});

/** Everything held on one person, as JSON they can take with them. */
const dataCopy = z.strictObject({
  participantId: id(),
  records: z.array(
    z.strictObject({
      participantId: id(),
      unitId: id(),
      traits: z.record(z.string(), z.string().nullable()),
      person: z.record(z.string(), z.string()),
      consents: z.array(
        z.strictObject({
          purpose: z.enum(CONSENT_PURPOSES),
          status: z.enum(['GIVEN', 'WITHDRAWN']),
          channel: z.enum(CONSENT_CHANNELS),
          on: day(),
        }),
      ),
      texts: z.array(z.string()),
    }),
  ),
  mentions: z.array(mention),
  madeAt: instant(),
});

export const exportOwnData = defineCommand({
  name: 'registry.export-own-data',
  summary: 'A copy of all that is held on a person, at their request; the copy is recorded',
  request: z.strictObject({ participantId: id() }),
  refusals: ['participant-unknown', 'personal-data-erased', 'participant-merged'],
  answer: z.strictObject({ copy: dataCopy.nullable() }),
  example: { participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13' },
});

/** What `benkan verify-certificate` checks against history and vault. */
export const erasureCertificate = z.strictObject({
  format: z.literal('benkan-erasure-certificate-1'),
  participantId: id(),
  /** Records of the same person erased with it. */
  duplicates: z.array(id()),
  reason: z.enum(ERASURE_REASONS),
  erasedOn: day(),
  erasedAt: instant(),
  stream: z.string(),
  revision: z.string(),
  position: position(),
  /** Hash of the fact in the chain of its stream. */
  chain: digest(),
  /** Whether every key-encryption key that could open an older copy was destroyed, and since when. */
  keyRotation: z.strictObject({ status: z.enum(['DONE', 'PENDING']), cleanSince: instant().nullable() }),
  issuedAt: instant(),
  /** Keyed digest over all of the above; only the vault can make it. */
  seal: digest(),
});

export type ErasureCertificate = z.infer<typeof erasureCertificate>;

export const getErasureCertificate = defineQuery({
  name: 'registry.get-erasure-certificate',
  summary: 'That and when a person was erased, sealed, to be checked offline against the history',
  request: z.strictObject({ participantId: id() }),
  response: erasureCertificate,
});

/** What is stored of an erasure and of a copy handed out. */
export const erasingEvents = [
  defineEvent(
    'personal-data-erased',
    1,
    z.strictObject({ participantId: id(), reason: z.enum(ERASURE_REASONS), duplicates: z.array(id()) }),
  ),
  defineEvent('own-data-exported', 1, z.strictObject({ participantId: id(), to: digest() })),
] as const;
