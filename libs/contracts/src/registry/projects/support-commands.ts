import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, id } from '../../primitives';

const projectId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c61';
const committeeId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';

export const beginSupport = defineCommand({
  name: 'registry.begin-support',
  summary: 'Record that a project supports a committee, or a whole unit, from a day on',
  request: z.strictObject({
    projectId: id(),
    /** One of the two. */
    committeeId: id().optional(),
    unitId: id().optional(),
    since: day(),
  }),
  refusals: [
    'project-unknown',
    'project-closed',
    'support-not-named',
    'committee-unknown',
    'unit-unknown',
    'outside-the-window',
    'already-supported',
  ],
  example: { projectId, committeeId, since: '2024-11-01' },
});

export const endSupport = defineCommand({
  name: 'registry.end-support',
  summary: 'Record the last day a project supported a committee or a unit',
  request: z.strictObject({
    projectId: id(),
    /** The committee or the unit. */
    supportedId: id(),
    endedOn: day(),
  }),
  refusals: [
    'project-unknown',
    'project-closed',
    'not-supported',
    'in-the-future',
    'before-it-began',
    'outside-the-window',
    'differs-from-recorded',
  ],
  example: { projectId, supportedId: committeeId, endedOn: '2025-01-31' },
});

export const supportCommands = [beginSupport, endSupport] as const;
