import { randomUUID } from 'node:crypto';
import { inMemoryVault, type Vault } from '@benkan/vault';
import { sealing } from './sealing';

const watched = () => {
  const vault = inMemoryVault();
  const sealed: string[] = [];
  const sealText: Vault['sealText'] = (ref, text) => {
    sealed.push(ref);
    return vault.sealText(ref, text);
  };
  return { vault: { ...vault, sealText }, sealed };
};

describe('sealing the texts of a command', () => {
  it('gives references that follow from the command and the field, and digests from the text', () => {
    const { vault } = watched();
    const command = randomUUID();
    const [first, again] = [sealing(vault, command), sealing(vault, command)];
    expect(again.text('name', 'Kayes')).toEqual(first.text('name', 'Kayes'));
    expect(again.text('name', 'Ségou').textRef).toBe(first.text('name', 'Kayes').textRef);
    expect(first.text('act', 'Kayes').textRef).not.toBe(first.text('name', 'Kayes').textRef);
    expect(first.text('act', 'Kayes').digest).toBe(first.text('name', 'Kayes').digest);
    const other = sealing(vault, randomUUID()).text('name', 'Kayes');
    expect(other.textRef).not.toBe(first.text('name', 'Kayes').textRef);
    expect(other.digest).toBe(first.text('name', 'Kayes').digest);
  });

  it('says nothing of the text', () => {
    expect(JSON.stringify(sealing(watched().vault, randomUUID()).text('name', 'Kayes'))).not.toContain(
      'Kayes',
    );
  });

  it('writes nothing before it is told to, then everything', async () => {
    const { vault, sealed } = watched();
    const texts = sealing(vault, randomUUID());
    const [name, act] = [texts.text('name', 'Kayes'), texts.maybe('act', 'Décret 2019-001')];
    expect(sealed).toEqual([]);
    expect((await vault.openTexts([name.textRef])).size).toBe(0);
    await texts.flush();
    expect(Object.fromEntries(await vault.openTexts([name.textRef, act?.textRef ?? '']))).toEqual({
      [name.textRef]: 'Kayes',
      [act?.textRef ?? '']: 'Décret 2019-001',
    });
  });

  it('may write again', async () => {
    const { vault } = watched();
    const texts = sealing(vault, randomUUID());
    const { textRef } = texts.text('name', 'Kayes');
    await texts.flush();
    await texts.flush();
    expect((await vault.openTexts([textRef])).get(textRef)).toBe('Kayes');
  });

  it.each([null, undefined])('has nothing to write for %s', async (absent) => {
    const { vault, sealed } = watched();
    const texts = sealing(vault, randomUUID());
    expect(texts.maybe('note', absent)).toBeNull();
    await texts.flush();
    expect(sealed).toEqual([]);
  });

  it('fails when the vault does', async () => {
    const { vault } = watched();
    const texts = sealing({ ...vault, sealText: () => Promise.reject(new Error('away')) }, randomUUID());
    texts.text('name', 'Kayes');
    await expect(texts.flush()).rejects.toThrow('away');
  });
});
