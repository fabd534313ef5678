export { joseTokens, joseVerifier, type JoseTokenOptions, type JoseVerifierOptions } from './jose-tokens';
export { oidcVerifier, type OidcOptions } from './oidc-verifier';
