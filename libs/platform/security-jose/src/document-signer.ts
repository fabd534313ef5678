import { signedBytes, type DocumentSigner, type PublicKey } from '@benkan/security';
import { jose } from './checked';
import type { SigningKeys } from './signing-keys';

/** Signs documents of one type (`typ` of the header) by keys of their own. */
export const documentSigner = (keys: SigningKeys, type: string): DocumentSigner => ({
  sign: async (document) => {
    const { CompactSign } = await jose();
    const { kid, privateKey } = keys.current();
    const whole = await new CompactSign(signedBytes(document))
      .setProtectedHeader({ alg: 'EdDSA', typ: type, kid })
      .sign(privateKey);
    const [header = '', , signature = ''] = whole.split('.');
    return `${header}..${signature}`;
  },
  publicKeys: () => keys.jwks().keys as readonly PublicKey[],
});
