import { damageTo } from './damage';

describe('damage met in a store', () => {
  it('is an error of the log, and told to who shows health', () => {
    const [logged, told]: [unknown[], unknown[]] = [[], []];
    const onDamage = damageTo(
      { error: (message, fields) => void logged.push([message, fields]) },
      (damaged) => void told.push(damaged),
    );
    onDamage('vault', 'the entry 0a fails its checksum');
    expect(logged).toEqual([
      [
        expect.stringContaining('restore the last backup'),
        { store: 'vault', damage: 'the entry 0a fails its checksum' },
      ],
    ]);
    expect(told).toEqual([{ kind: 'damaged', store: 'vault' }]);
  });
});
