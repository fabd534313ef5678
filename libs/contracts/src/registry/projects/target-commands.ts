import { z } from 'zod';
import { INDICATOR_CODES } from '../../analytics';
import { sex } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { figure } from './shapes';

const projectId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c61';

export const setTarget = defineCommand({
  name: 'registry.set-target',
  summary: 'Set what a project aims at in an indicator over a period; set again, it supersedes with a reason',
  request: z.strictObject({
    projectId: id(),
    indicator: z.enum(INDICATOR_CODES),
    /** Among people of this sex only; among all without one. */
    sex: sex().nullable().default(null),
    from: day(),
    to: day(),
    baseline: figure().nullable().default(null),
    target: figure(),
    /** Needed where a target of the same period stands. */
    reason: freeText(500).optional(),
  }),
  refusals: [
    'project-unknown',
    'project-closed',
    'ends-before-it-begins',
    'outside-the-window',
    'share-above-one',
    'baseline-of-another-kind',
    'reason-missing',
  ],
  answer: z.strictObject({ targetId: id() }),
  example: {
    ...{ projectId, indicator: 'IND-04', from: '2024-11-01', to: '2025-01-31' },
    baseline: { kind: 'SHARE', numerator: 91, denominator: 504 },
    target: { kind: 'SHARE', numerator: 30, denominator: 100 },
  },
});

export const withdrawTarget = defineCommand({
  name: 'registry.withdraw-target',
  summary: 'Withdraw a target, with the reason',
  request: z.strictObject({ projectId: id(), targetId: id(), reason: freeText(500) }),
  refusals: ['project-unknown', 'project-closed', 'target-unknown'],
  example: {
    ...{ projectId, targetId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c62' },
    reason: 'Indicateur retiré du cadre logique',
  },
});

export const targetCommands = [setTarget, withdrawTarget] as const;
