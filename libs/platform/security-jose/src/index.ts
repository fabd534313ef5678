export { joseTokens, joseVerifier, type JoseTokenOptions, type JoseVerifierOptions } from './jose-tokens';
export { oidcVerifier, type OidcOptions } from './oidc-verifier';
export { localTokens, type LocalTokenOptions } from './local-tokens';
export { documentSigner } from './document-signer';
export { rotateSigningKeys, signingKeysIn, type SigningKeyOptions, type SigningKeys } from './signing-keys';
export { SealedFileRefused } from './sealed-file';
