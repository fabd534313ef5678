import { derivedId } from '@benkan/messaging';
import type { SealedText } from '@benkan/contracts';
import type { Vault } from '@benkan/vault';

/** Turns the texts of one command into references. Nothing is written before `flush`, which may be repeated. */
export const sealing = (vault: Vault, commandId: string) => {
  const pending = new Map<string, string>();

  const text = (field: string, value: string): SealedText => {
    const textRef = derivedId('text', commandId, field);
    pending.set(textRef, value);
    return { textRef, digest: vault.digest('text', value) };
  };

  return {
    text,
    maybe: (field: string, value: string | null | undefined): SealedText | null =>
      value === undefined || value === null ? null : text(field, value),
    flush: async (): Promise<void> => {
      await Promise.all([...pending].map(([ref, value]) => vault.sealText(ref, value)));
    },
  };
};

export type Sealing = ReturnType<typeof sealing>;
