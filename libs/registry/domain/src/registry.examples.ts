import type { Decision } from '@benkan/kernel';
import type { CommitteeEstablished, CommitteeInstalled } from './committees/committee';
import type { ParticipantRegistered, Traits } from './participants/participant';
import type { UnitRegistered } from './units/unit-facts';

/** Facts and callers the specs of the registry speak about. */
export const ids = {
  unit: '11111111-1111-5111-8111-111111111111',
  parent: '22222222-2222-5222-8222-222222222222',
  committee: '33333333-3333-5333-8333-333333333333',
  otherCommittee: '44444444-4444-5444-8444-444444444444',
  participant: '55555555-5555-5555-8555-555555555555',
} as const;
export const at = '2024-12-01T10:00:00.000Z';
export const by = { actor: 'a'.repeat(64), role: 'national' };
export const text = (seed: string) => ({ textRef: ids.parent, digest: seed.repeat(64).slice(0, 64) });

export const registered: UnitRegistered = {
  type: 'unit-registered',
  data: {
    unitId: ids.unit,
    unitType: 'COMMUNE',
    parentId: ids.parent,
    name: text('1'),
    codes: [{ system: 'HDX_COD', edition: '2015', code: 'ML090101' }],
    validFrom: null,
  },
};
export const established: CommitteeEstablished = {
  type: 'committee-established',
  data: {
    committeeId: ids.committee,
    unitId: ids.unit,
    level: 'COMMUNE',
    name: text('2'),
    legalAct: text('3'),
    frequency: 'MONTHLY',
  },
};
export const installed: CommitteeInstalled = {
  type: 'committee-installed',
  data: { committeeId: ids.committee, installedOn: '2023-12-07' },
};
export const traits: Traits = { sex: 'F', ageBand: '25-29', structureKind: 'ORG_FEMMES', corps: null };
export const enrolled: ParticipantRegistered = {
  type: 'participant-registered',
  data: { participantId: ids.participant, unitId: ids.unit, ...traits },
};

/** What a decision comes to, in one word. */
export const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? 'unchanged' : 'accepted';
};

export const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];
