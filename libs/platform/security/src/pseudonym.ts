import type { Principal } from './principal';

/** What an event may say of who acted: a keyed digest of issuer and subject (hex). `digest` is the vault's. */
export const pseudonym = (
  { issuer, subject }: Pick<Principal, 'issuer' | 'subject'>,
  digest: (purpose: string, text: string) => string,
): string => digest('actor', JSON.stringify([issuer, subject]));
