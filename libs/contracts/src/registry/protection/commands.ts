import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { attendanceMode, riskLevel } from './shapes';
import { exportCommands } from './export-commands';

const committeeId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';

export const assessRisk = defineCommand({
  name: 'registry.assess-risk',
  summary: 'Record what being known as a member may expose people to',
  request: z.strictObject({
    committeeId: id(),
    level: riskLevel(),
    reasons: freeText(2_000),
    assessedOn: day(),
    reviewOn: day(),
  }),
  refusals: ['committee-unknown', 'in-the-future', 'review-before-assessment'],
  example: {
    ...{ committeeId, level: 'HIGH', reasons: 'Menaces rapportées contre deux membres' },
    ...{ assessedOn: '2024-10-15', reviewOn: '2025-04-15' },
  },
});

export const setAttendanceMode = defineCommand({
  name: 'registry.set-attendance-mode',
  summary: 'Set how attendance is recorded from a day on; the past is never loosened',
  request: z.strictObject({
    committeeId: id(),
    mode: attendanceMode(),
    since: day(),
    reason: freeText(500),
  }),
  refusals: ['committee-unknown', 'loosens-the-past', 'assessment-missing', 'assessment-outdated'],
  example: {
    ...{ committeeId, mode: 'TALLY', since: '2024-10-16' },
    reason: 'Évaluation des risques du 15 octobre 2024',
  },
});

export const protectionCommands = [assessRisk, setAttendanceMode, ...exportCommands] as const;
