import { z } from 'zod';

export const RISK_LEVELS = ['LOW', 'MODERATE', 'HIGH', 'EXTREME'] as const;
/** From the most open to the most protective. */
export const ATTENDANCE_MODES = ['NOMINATIVE', 'PSEUDONYMOUS', 'TALLY'] as const;
export const EXPORT_PURPOSES = [
  'LEGAL_OBLIGATION',
  'TRAVEL_OR_ALLOWANCE',
  'INVITATION',
  'SAFEGUARDING',
  'AUDIT',
] as const;

export const riskLevel = () => z.enum(RISK_LEVELS);
export const attendanceMode = () => z.enum(ATTENDANCE_MODES);
export const exportPurpose = () => z.enum(EXPORT_PURPOSES);
