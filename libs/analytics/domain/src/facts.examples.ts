import type * as facts from './facts';
import type { IndicatorsAsked } from './indicators';

const name = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };

export const unit = (unitId: string, unitType: string, parentId: string | null = null): facts.Unit => ({
  ...{ kind: 'unit', unitId, unitType, parentId, name },
  codes: [{ system: 'HDX_COD', edition: '2015', code: unitId.toUpperCase() }],
});

/** A country, its District with two communes and a quartier, and a région with one commune. */
export const mali: readonly facts.Unit[] = [
  unit('ml', 'COUNTRY'),
  unit('ml09', 'DISTRICT', 'ml'),
  unit('ml0901', 'COMMUNE', 'ml09'),
  unit('ml0902', 'COMMUNE', 'ml09'),
  unit('banconi', 'NEIGHBOURHOOD', 'ml0901'),
  unit('ml01', 'REGION', 'ml'),
  unit('ml0101', 'COMMUNE', 'ml01'),
];

export const asked: IndicatorsAsked = { from: '2024-11-01', to: '2025-01-31', youth: '15-35' };

export const committee = (unitId: string, more: Partial<facts.Committee> = {}): facts.Committee => ({
  ...{ kind: 'committee', committeeId: `committee of ${unitId}`, unitId, level: 'COMMUNE' },
  ...{ frequency: 'MONTHLY', rules: [], installedOn: '2023-12-07', ...more },
});

export const held = (
  unitId: string,
  heldOn: string | null,
  more: Partial<facts.Meeting> = {},
): facts.Meeting => ({
  ...{ kind: 'meeting', meetingId: `${unitId} ${heldOn}`, committeeId: `committee of ${unitId}`, unitId },
  ...{ meetingKind: 'STATUTORY', plannedOn: heldOn ?? '2024-12-19', heldOn, ...more },
});

export const participant = (
  participantId: string,
  more: Partial<facts.Participant> = {},
): facts.Participant => ({
  ...{ kind: 'participant', participantId, unitId: 'ml0901', sex: 'M', ageBand: '41-59' },
  ...{ structureKind: 'SOCIETE_CIVILE', corps: null, ...more },
});

export const training = (trainingId: string, unitId: string, ...days: readonly string[]): facts.Training => ({
  ...{ kind: 'training', trainingId, unitId, days, themes: ['RSS'] },
});

export const attended = (
  trainingId: string,
  participantId: string,
  day: string,
  status: facts.TrainingAttendance['status'] = 'PRESENT',
): facts.TrainingAttendance => ({ kind: 'training-attendance', trainingId, participantId, day, status });

export const tested = (
  trainingId: string,
  participantId: string,
  pre: number | null,
  post: number | null,
): facts.TestResults => ({ kind: 'test-results', trainingId, participantId, pre, post, max: 20 });

export const recommended = (
  recommendationId: string,
  unitId: string,
  more: Partial<facts.Recommendation> = {},
): facts.Recommendation => ({
  ...{ kind: 'recommendation', recommendationId, meetingId: 'm', committeeId: 'c', unitId, theme: 'AUTRE' },
  ...{ issuedOn: '2024-11-21', dueOn: '2024-12-31', verifiedOn: null, steps: [], ...more },
});
