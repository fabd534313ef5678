import { inMemoryVault } from './in-memory';
import { vaultContract } from './testing';

vaultContract('the vault in memory', async () => inMemoryVault());

describe('the vault in memory', () => {
  it('shares no key with another one', () => {
    expect(inMemoryVault().digest('command', 'a')).not.toBe(inMemoryVault().digest('command', 'a'));
  });

  it('destroys the files sealed before an instant', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const vault = inMemoryVault(() => now);
    await vault.sealFile('old', Buffer.from('a'));
    now = new Date('2026-02-01T00:00:00Z');
    await vault.sealFile('new', Buffer.from('b'));
    expect(await vault.destroyFilesBefore(new Date('2026-01-15T00:00:00Z'))).toBe(1);
    expect(await vault.openFile('old')).toBeUndefined();
    expect(await vault.openFile('new')).toEqual(Buffer.from('b'));
  });
});
