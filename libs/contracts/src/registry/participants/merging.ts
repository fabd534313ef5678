import { z } from 'zod';
import { defineCommand, defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { freeText, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';

export const mergeParticipants = defineCommand({
  name: 'registry.merge-participants',
  summary: 'Say that two records are one person: one is kept, the other leads to it from now on',
  request: z.strictObject({ participantId: id(), mergedId: id(), reason: freeText(500) }),
  refusals: [
    'participant-unknown',
    'personal-data-erased',
    'participant-merged',
    'same-participant',
    'merged-elsewhere',
    'would-close-a-circle',
  ],
  example: {
    participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13',
    mergedId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c14',
    reason: 'Même téléphone ; la personne confirme s’être inscrite deux fois',
  },
});

/** Ids and which key matched; what the key says stays in the vault. */
export const listMergeCandidates = defineQuery({
  name: 'registry.list-merge-candidates',
  summary:
    'Records that may be one person: same phone anywhere, or same name within the commune; a person decides',
  request: z.strictObject({ ...pageRequest, unitId: id().optional(), territory: id().optional() }),
  response: pageOf(
    z.strictObject({
      participantId: id(),
      candidates: z.array(
        z.strictObject({ participantId: id(), matchedBy: z.array(z.enum(['PHONE', 'NAME'])).min(1) }),
      ),
    }),
  ),
});

/** What is stored of two records that are one person. */
export const mergingEvents = [
  /** On the record that is kept, first. */
  defineEvent(
    'duplicate-absorbed',
    1,
    z.strictObject({ participantId: id(), duplicateId: id(), reason: sealedText() }),
  ),
  /** On the record that was kept, when the other one could not follow. */
  defineEvent('duplicate-let-go', 1, z.strictObject({ participantId: id(), duplicateId: id() })),
  /** On the record that leads elsewhere from now on, last. */
  defineEvent('participant-merged', 1, z.strictObject({ participantId: id(), into: id() })),
] as const;
