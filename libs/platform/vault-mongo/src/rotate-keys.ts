import { randomBytes } from 'node:crypto';
import { kekFrom, type Kek, type Rotation, type VaultUpkeep } from '@benkan/vault';
import { aloneWith, writeKeks } from './kek-file';
import { loadKeks } from './load-kek';

export type KeysRotated = Rotation & {
  /** The KEK from now on, by id. */
  readonly kekId: string;
  /** KEKs from before this instant are gone; undefined where one had to be kept. */
  readonly cleanSince: Date | undefined;
};

// a rotation cut short left both keys: it is gone through once more, under the newer one
const planned = (file: string): { readonly to: Kek; readonly old: readonly [Kek, ...Kek[]] } => {
  const [first, ...others] = loadKeks(file);
  const [before, ...more] = others;
  if (before !== undefined) return { to: first, old: [before, ...more] };
  const to = kekFrom(randomBytes(32));
  writeKeks(file, [to, first]);
  return { to, old: [first] };
};

/**
 * Wraps every remaining data key under a fresh KEK and destroys the one before: what was erased can then be opened by
 * nobody, nor from any copy. Running processes over the same file read it again by themselves. Begun again after an
 * interruption, it goes on. While a record does not open under the new KEK, the old one is kept and `failed` names it.
 * Throws `RotationUnderWay`, `KekRefused`, `VaultUnavailable` and `VaultRefused`.
 */
export const rotateKeys = (
  file: string,
  vault: Pick<VaultUpkeep, 'rotateKek' | 'markClean'>,
  now: () => Date = () => new Date(),
): Promise<KeysRotated> =>
  aloneWith(file, async () => {
    const since = now();
    const { to, old } = planned(file);
    let rotation: Rotation = { rewrapped: 0, verified: 0, failed: [] };
    for (const from of old) rotation = await vault.rotateKek({ from, to });
    if (rotation.failed.length > 0) return { ...rotation, kekId: to.id, cleanSince: undefined };
    writeKeks(file, [to]);
    await vault.markClean(since);
    return { ...rotation, kekId: to.id, cleanSince: since };
  });
