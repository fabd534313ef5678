import { introduceReal, openDataFolder } from '@benkan/laptop';
import type { StackConfig } from '../config';
import type { Identity } from '../messages';
import type { Opened } from './start-stack';

export type Introduced = Opened & { readonly said: readonly string[] };

const identityOf = ({ real }: StackConfig, signingKeys: string): Identity =>
  real?.oidc === undefined ? { kind: 'accounts', signingKeys } : { kind: 'oidc', ...real.oidc };

/** The data directory that was asked for, and what is to be said of it. Throws `CannotStart`. */
export const openFolder = async (settings: StackConfig): Promise<Introduced> => {
  const { real, dataFolder, ephemeral, empty } = settings;
  if (real === undefined) {
    const folder = openDataFolder({ folder: dataFolder, ephemeral, empty });
    return { folder, identity: { kind: 'demonstration' }, said: [] };
  }
  const introduced = await introduceReal(real);
  return { ...introduced, identity: identityOf(settings, introduced.folder.signingKeys) };
};
