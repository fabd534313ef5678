import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@benkan/kernel';
import { actorMap } from './actor-maps/actor-map';
import type { ActorMapFact } from './actor-maps/actor-map-facts';
import { committee, type CommitteeFact } from './committees/committee';
import { protection } from './protection/protection';
import { project } from './projects/project';
import type { ProjectFact } from './projects/project-facts';
import type { ProtectionFact } from './protection/protection-facts';
import { participant, type ParticipantFact } from './participants/participant';
import { unit } from './units/unit';
import type { UnitFact } from './units/unit-facts';

type StoredFact = UnitFact | CommitteeFact | ParticipantFact | ProtectionFact | ProjectFact | ActorMapFact;
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

  it('is still the map of the actors of a commune', () => {
    const types: readonly ActorMapFact['type'][] = [
      ...(['actor-mapping-started', 'actor-added', 'actor-revised', 'restricted-actor-revealed'] as const),
      ...(['actor-name-expired', 'excluded-group-flagged', 'inclusion-strategy-proposed'] as const),
      ...(['inclusion-reviewed', 'actor-removed', 'actor-map-published', 'actor-map-superseded'] as const),
      'actor-map-archived',
    ];
    const told = fold(
      actorMap,
      types.map((type) => read<ActorMapFact>(type)),
    );
    if (told.status === 'unknown') throw new Error('it was started');
    expect(told).toMatchObject({ status: 'ARCHIVED', publishedOn: '2024-12-05', lastOn: '2025-06-30' });
    expect([...told.actors.values()]).toMatchObject([
      { versions: [{ influence: 3 }, { influence: 4 }], removedOn: '2024-12-03', nameExpired: true },
    ]);
    expect([...told.exclusions.values()]).toMatchObject([
      { group: 'WOMEN', reviews: [{ outcome: 'SEATED' }] },
    ]);
  });

  it('is still a participant, corrected', () => {
    const facts = (
      ['participant-registered', 'participant-corrected', 'personal-data-revealed'] as const
    ).map((type) => read<ParticipantFact>(type));
    expect(fold(participant, facts)).toMatchObject({ status: 'registered', traits: { ageBand: '30-35' } });
  });

  it('is still a project, from its opening to its closing', () => {
    const facts = (
      [
        ...(['project-opened', 'project-revised', 'support-begun', 'support-ended'] as const),
        ...(['target-set', 'target-withdrawn', 'project-closed'] as const),
      ] as const
    ).map((type) => read<ProjectFact>(type));
    const told = fold(project, facts);
    if (told.status === 'unknown') throw new Error('it was opened');
    expect(told).toMatchObject({
      ...{ status: 'closed', closed: { closedOn: '2025-03-31' } },
      framing: { to: '2025-03-31', markers: [{ significance: 2 }, { significance: 0 }] },
      supports: [{ kind: 'COMMITTEE', endedOn: '2025-01-31' }],
    });
    expect([...told.targets.values()]).toMatchObject([
      { target: { numerator: 30, denominator: 100 }, superseded: 0, withdrawn: true },
    ]);
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
