import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { PURPOSE_CODES } from './purpose-codes';
import { donor, marker } from './shapes';
import { supportCommands } from './support-commands';
import { targetCommands } from './target-commands';

const projectId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c61';
const committeeId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const framing = {
  from: day(),
  to: day(),
  purposeCodes: z.array(z.enum(PURPOSE_CODES)).max(10).default([]),
  markers: z.array(marker()).max(10).default([]),
};

export const openProject = defineCommand({
  name: 'registry.open-project',
  summary:
    'Open a project: who pays, from when to when, for what; it concerns what it supports, or the country',
  request: z.strictObject({
    id: id().optional(),
    title: freeText(300),
    donor: donor(),
    /** The name of a donor the list does not have. */
    donorOther: freeText(200).optional(),
    implementer: freeText(200).optional(),
    ...framing,
    /** Supported from the first day on. */
    committeeIds: z.array(id()).max(200).default([]),
    unitIds: z.array(id()).max(200).default([]),
  }),
  refusals: [
    'ends-before-it-begins',
    'codes-repeat',
    'donor-name-missing',
    'donor-name-not-needed',
    'committee-unknown',
    'unit-unknown',
    'differs-from-recorded',
  ],
  example: {
    ...{ title: 'Appui aux comités consultatifs de sécurité du District', donor: 'EUCAP_SAHEL_MALI' },
    ...{ implementer: 'WANEP-Mali', from: '2024-11-01', to: '2025-01-31', purposeCodes: ['15210', '15220'] },
    markers: [{ marker: 'GENDER_EQUALITY', significance: 1 }],
    committeeIds: [committeeId],
  },
});

export const reviseProject = defineCommand({
  name: 'registry.revise-project',
  summary: 'Revise the window, the purpose codes and the markers of a project, with the reason',
  request: z.strictObject({ projectId: id(), ...framing, reason: freeText(500) }),
  refusals: [
    'project-unknown',
    'project-closed',
    'ends-before-it-begins',
    'codes-repeat',
    'window-too-narrow',
  ],
  example: {
    ...{ projectId, from: '2024-11-01', to: '2025-03-31', purposeCodes: ['15210', '15220'] },
    markers: [{ marker: 'GENDER_EQUALITY', significance: 2 }],
    reason: 'Prolongation sans coût convenue avec le bailleur',
  },
});

export const closeProject = defineCommand({
  name: 'registry.close-project',
  summary: 'Close a project; what it aimed at stays as it was',
  request: z.strictObject({ projectId: id(), closedOn: day(), reason: freeText(500) }),
  refusals: ['project-unknown', 'in-the-future', 'before-it-began', 'differs-from-recorded'],
  example: { projectId, closedOn: '2025-01-31', reason: 'Fin du projet' },
});

export const projectCommands = [
  openProject,
  reviseProject,
  ...supportCommands,
  ...targetCommands,
  closeProject,
] as const;
