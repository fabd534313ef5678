import { randomUUID } from 'node:crypto';
import { inMemoryVault } from '@benkan/vault';
import { textReader } from './texts';

describe('texts opened for a reader', () => {
  it('are what was written, many at once', async () => {
    const [vault, one, other] = [inMemoryVault(), randomUUID(), randomUUID()];
    await Promise.all([vault.sealText(one, 'Salubrité'), vault.sealText(other, 'Éclairage')]);
    const textOf = await textReader(vault)([{ textRef: one }, null, { textRef: other }]);
    expect([textOf({ textRef: one }), textOf({ textRef: other })]).toEqual(['Salubrité', 'Éclairage']);
  });

  it('are shown as withdrawn where nothing opens them any more', async () => {
    const textRef = randomUUID();
    const textOf = await textReader(inMemoryVault())([{ textRef }]);
    expect(textOf({ textRef })).toBe('[retiré]');
  });

  it('are asked of the vault once', async () => {
    const [vault, textRef] = [inMemoryVault(), randomUUID()];
    await vault.sealText(textRef, 'Salubrité');
    const opening = jest.spyOn(vault, 'openTexts');
    const read = textReader(vault);
    await read([{ textRef }]);
    await read([{ textRef }, { textRef }]);
    expect(opening.mock.calls).toEqual([[[textRef]]]);
  });
});
