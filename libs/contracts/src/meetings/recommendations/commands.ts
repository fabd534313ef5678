import { z } from 'zod';
import { ADDRESSEE_TYPES, corps, RECOMMENDATION_THEMES, role, SEAT_CATEGORIES } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { closingCommands } from './closing-commands';
import { correspondenceCommands } from './correspondence-commands';
import { percent } from './shapes';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
/** The role a paper sheet names; accepted from an import only. */
const onBehalfOf = role().optional();

export const issueRecommendation = defineCommand({
  name: 'meetings.issue-recommendation',
  summary: 'Issue a recommendation of a held meeting to its addressees',
  request: z.strictObject({
    id: id().optional(),
    meetingId: id(),
    theme: z.enum(RECOMMENDATION_THEMES),
    text: freeText(),
    number: freeText(40).optional(),
    addressees: z
      .array(
        z.strictObject({ type: z.enum(ADDRESSEE_TYPES), name: freeText(200), corps: corps().optional() }),
      )
      .min(1)
      .max(20),
    otherAddresseeReason: freeText(500).optional(),
    dueOn: day().optional(),
    /** A role or an organisation, never a person. */
    responsible: freeText(200).optional(),
    proposerCategory: z.enum(SEAT_CATEGORIES).optional(),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'addressee-reason-missing',
    'corps-of-another-type',
    'due-before-issued',
    'differs-from-recorded',
  ],
  example: {
    meetingId: anId,
    theme: 'ECLAIRAGE_PUBLIC',
    text: 'Réparer l’éclairage public du marché',
    addressees: [{ type: 'EXECUTIF_LOCAL', name: 'Mairie' }],
    dueOn: '2024-12-31',
    responsible: 'Services techniques communaux',
    proposerCategory: 'ORG_FEMMES',
  },
});

export const reportProgress = defineCommand({
  name: 'meetings.report-progress',
  summary: 'Report progress on a recommendation',
  request: z.strictObject({
    recommendationId: id(),
    on: day(),
    note: freeText().optional(),
    percent: percent().optional(),
  }),
  refusals: [
    'recommendation-unknown',
    'before-it-was-issued',
    'in-the-future',
    'already-verified',
    'already-closed',
  ],
  example: { recommendationId: anId, on: '2025-01-15', percent: 40 },
});

export const claimImplementation = defineCommand({
  name: 'meetings.claim-implementation',
  summary: 'Claim that a recommendation was implemented, with the evidence',
  request: z.strictObject({ recommendationId: id(), on: day(), evidence: freeText(500), onBehalfOf }),
  refusals: [
    'recommendation-unknown',
    'before-it-was-issued',
    'before-it-was-reopened',
    'in-the-future',
    'already-verified',
    'already-closed',
    'differs-from-recorded',
    'only-an-import-speaks-for-others',
  ],
  example: { recommendationId: anId, on: '2024-12-28', evidence: 'PV-I-2024-12' },
});

export const verifyImplementation = defineCommand({
  name: 'meetings.verify-implementation',
  summary: 'Verify a claimed implementation; never by the one who claimed it',
  request: z.strictObject({ recommendationId: id(), on: day(), evidence: freeText(500), onBehalfOf }),
  refusals: [
    'recommendation-unknown',
    'not-claimed',
    'already-closed',
    'verifier-is-the-claimer',
    'before-the-claim',
    'in-the-future',
    'differs-from-recorded',
    'only-an-import-speaks-for-others',
  ],
  example: { recommendationId: anId, on: '2024-12-29', evidence: 'Visite du 29 décembre' },
});

/** Every command a recommendation hears. */
export const recommendationCommands = [
  issueRecommendation,
  reportProgress,
  claimImplementation,
  verifyImplementation,
  ...correspondenceCommands,
  ...closingCommands,
] as const;
