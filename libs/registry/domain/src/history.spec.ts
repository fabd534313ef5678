import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@benkan/kernel';
import { committee, type CommitteeFact } from './committees/committee';
import { participant, type ParticipantFact } from './participants/participant';
import { unit, type UnitFact } from './units/unit';

type StoredFact = UnitFact | CommitteeFact | ParticipantFact;
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

  it('is still a participant, corrected', () => {
    const facts = (
      ['participant-registered', 'participant-corrected', 'personal-data-revealed'] as const
    ).map((type) => read<ParticipantFact>(type));
    expect(fold(participant, facts)).toMatchObject({ status: 'registered', traits: { ageBand: '30-35' } });
  });
});
