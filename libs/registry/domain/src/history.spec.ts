import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@benkan/kernel';
import { committee, type CommitteeFact } from './committees/committee';
import { protection } from './protection/protection';
import type { ProtectionFact } from './protection/protection-facts';
import { participant, type ParticipantFact } from './participants/participant';
import { unit } from './units/unit';
import type { UnitFact } from './units/unit-facts';

type StoredFact = UnitFact | CommitteeFact | ParticipantFact | ProtectionFact;
const folder = join(__dirname, 'history');
const read = <F extends StoredFact>(type: F['type']): F => {
  const data: unknown = JSON.parse(readFileSync(join(folder, `${type}.v1.json`), 'utf8'));
  return { type, data } as F;
};

describe('the frozen history of the registry', () => {
  it('is still a unit with its code', () =>
    expect(fold(unit, [read<UnitFact>('unit-registered')])).toMatchObject({
      status: 'registered',
      registered: { unitType: 'COMMUNE', codes: [{ code: 'ML090101' }] },
    }));

  it('is still a committee, installed', () => {
    const facts = (['committee-established', 'committee-installed'] as const).map((type) =>
      read<CommitteeFact>(type),
    );
    expect(fold(committee, facts)).toMatchObject({ status: 'installed', installedOn: '2023-12-07' });
  });

  it('is still the life of a committee', () => {
    const types: readonly CommitteeFact['type'][] = [
      ...(['committee-established', 'committee-template-applied', 'committee-installed'] as const),
      ...(['rules-adopted', 'seat-defined', 'seat-revised', 'member-designated'] as const),
      ...(['membership-ended', 'seat-ended', 'president-designated', 'presidency-vacated'] as const),
      ...(['bureau-member-named', 'bureau-role-ended', 'working-commission-created'] as const),
      ...(['working-commission-closed', 'committee-suspended', 'committee-reactivated'] as const),
      'committee-transferred',
    ];
    const told = fold(
      committee,
      types.map((type) => read<CommitteeFact>(type)),
    );
    if (told.status !== 'installed') throw new Error('it was installed');
    expect(told).toMatchObject({
      template: 'COMMUNE_22',
      rules: [{ frequency: 'MONTHLY', since: '2024-01-15' }],
      presidency: [{ state: 'HELD', capacity: 'MAIRE' }, { state: 'VACANT' }],
      activity: [{ state: 'SUSPENDED' }, { state: 'ACTIVE' }],
      transfers: [{ transferredOn: '2025-01-01' }],
    });
    expect([...told.seats.values()]).toMatchObject([
      { category: 'ORG_JEUNES', ended: { endedOn: '2024-12-31' } },
    ]);
    expect([...told.memberships.values()]).toMatchObject([{ ended: { reason: 'POSTED_ELSEWHERE' } }]);
    expect([...told.bureau]).toMatchObject([['SECRETARY', [{ since: '2023-12-07' }, { seatId: null }]]]);
    expect([...told.commissions.values()]).toMatchObject([{ closedOn: '2024-12-31' }]);
  });

  it('is still a participant, corrected', () => {
    const facts = (
      ['participant-registered', 'participant-corrected', 'personal-data-revealed'] as const
    ).map((type) => read<ParticipantFact>(type));
    expect(fold(participant, facts)).toMatchObject({ status: 'registered', traits: { ageBand: '30-35' } });
  });

  it('is still how people are protected', () => {
    const facts = (
      [
        ...(['risk-assessed', 'attendance-mode-set', 'nominative-export-requested'] as const),
        ...(['nominative-export-authorised', 'nominative-export-made'] as const),
      ] as const
    ).map((type) => read<ProtectionFact>(type));
    const told = fold(protection, facts);
    expect(told).toMatchObject({ assessments: [{ level: 'HIGH' }], modes: [{ mode: 'TALLY' }] });
    expect([...told.exports.values()]).toMatchObject([
      { purpose: 'TRAVEL_OR_ALLOWANCE', authorisedBy: 'b2c3d4e5'.repeat(8) },
    ]);
  });
});
