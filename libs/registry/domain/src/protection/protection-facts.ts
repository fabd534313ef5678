import type { Fact, SealedText } from '@benkan/kernel';

export type RiskLevel = 'LOW' | 'MODERATE' | 'HIGH' | 'EXTREME';
export type AttendanceMode = 'NOMINATIVE' | 'PSEUDONYMOUS' | 'TALLY';
export type ExportPurpose =
  'LEGAL_OBLIGATION' | 'TRAVEL_OR_ALLOWANCE' | 'INVITATION' | 'SAFEGUARDING' | 'AUDIT';

type Of<Data> = Data & { readonly committeeId: string };

export type Assessed = Of<{
  readonly level: RiskLevel;
  readonly reasons: SealedText;
  readonly assessedOn: string;
  readonly reviewOn: string;
}>;
export type ModeSet = Of<{
  readonly mode: AttendanceMode;
  readonly since: string;
  readonly setOn: string;
  readonly reason: SealedText;
}>;
export type ExportRequested = Of<{
  readonly exportId: string;
  readonly purpose: ExportPurpose;
  readonly recipient: SealedText;
  readonly expiresOn: string;
  readonly requestedBy: string;
}>;
export type ExportAuthorised = Of<{ readonly exportId: string; readonly authorisedBy: string }>;
export type ExportMade = Of<{
  readonly exportId: string;
  readonly to: string;
  readonly participantIds: string[];
}>;

export type RiskAssessed = Fact<'risk-assessed', Assessed>;
export type AttendanceModeSet = Fact<'attendance-mode-set', ModeSet>;
export type NominativeExportRequested = Fact<'nominative-export-requested', ExportRequested>;
export type NominativeExportAuthorised = Fact<'nominative-export-authorised', ExportAuthorised>;
export type NominativeExportMade = Fact<'nominative-export-made', ExportMade>;
export type ProtectionFact =
  | RiskAssessed
  | AttendanceModeSet
  | NominativeExportRequested
  | NominativeExportAuthorised
  | NominativeExportMade;
