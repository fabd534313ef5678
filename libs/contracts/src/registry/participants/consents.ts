import { z } from 'zod';
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';

const said = {
  participantId: id(),
  purpose: z.enum(CONSENT_PURPOSES),
  channel: z.enum(CONSENT_CHANNELS),
};

export const recordConsent = defineCommand({
  name: 'registry.record-consent',
  summary: 'Record that a person agreed to one purpose: by which channel, on which day',
  request: z.strictObject({ ...said, givenOn: day(), source: freeText(500).optional() }),
  refusals: [
    'participant-unknown',
    'personal-data-erased',
    'participant-merged',
    'consent-in-the-future',
    'withdrawn-since',
  ],
  example: {
    participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13',
    purpose: 'CONTACT',
    channel: 'PAPER',
    givenOn: '2024-11-21',
    source: 'Feuille d’émargement n°12',
  },
});

export const withdrawConsent = defineCommand({
  name: 'registry.withdraw-consent',
  summary: 'Record that a person no longer agrees; nothing personal is shown for that purpose afterwards',
  request: z.strictObject({ ...said, withdrawnOn: day() }),
  refusals: ['participant-unknown', 'personal-data-erased', 'participant-merged', 'consent-in-the-future'],
  example: {
    participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13',
    purpose: 'CONTACT',
    channel: 'PHONE',
    withdrawnOn: '2025-02-03',
  },
});

/** What is stored of what a person agreed to. */
export const consentEvents = [
  defineEvent(
    'consent-recorded',
    1,
    z.strictObject({ ...said, givenOn: day(), source: sealedText().nullable() }),
  ),
  defineEvent('consent-withdrawn', 1, z.strictObject({ ...said, withdrawnOn: day() })),
] as const;

export const consentCommands = [recordConsent, withdrawConsent] as const;
