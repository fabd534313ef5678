import type { GatewayOptions } from '@benkan/gateway-service';
import { openAccounts, type Platform } from '@benkan/hosting';
import { joseTokens, oidcVerifier } from '@benkan/security-jose';
import type { Identity } from '../messages';

const DEMO_ISSUER = 'benkan-demo';
const NOTICE = 'Données synthétiques de démonstration : aucune ligne ne décrit une personne réelle.';

type Opened = {
  readonly edge: Pick<GatewayOptions, 'tokens' | 'notice' | 'demonstration' | 'accounts'>;
  readonly close: () => Promise<void>;
};

const nothingToClose = (): Promise<void> => Promise.resolve();

/** What tells the gateway who calls. Demonstration tokens exist over a demonstration directory, nowhere else. */
export const openIdentity = async (identity: Identity, platform: Platform): Promise<Opened> => {
  if (identity.kind === 'demonstration') {
    const tokens = joseTokens({ issuer: DEMO_ISSUER, audience: 'benkan' });
    const demonstration = { tokens, issuer: DEMO_ISSUER };
    return { edge: { tokens, notice: NOTICE, demonstration }, close: nothingToClose };
  }
  if (identity.kind === 'oidc') {
    const { issuer, audience } = identity;
    return { edge: { tokens: oidcVerifier({ issuer, audience }), notice: '' }, close: nothingToClose };
  }
  const accounts = await openAccounts({
    keysUrl: platform.addresses.keysUrl,
    signingKeys: identity.signingKeys,
    digest: platform.vault.digest,
  });
  return {
    edge: { tokens: accounts.verifier, notice: '', accounts: accounts.local },
    close: accounts.close,
  };
};
