/** A command as it reaches a decision: what was asked, at which instant, by whom. */
export type Said<Data> = {
  readonly data: Data;
  /** Instant, RFC 3339 in UTC. */
  readonly at: string;
  readonly by: Speaker;
};

export type Speaker = {
  /** Keyed pseudonym of issuer and subject, hex. */
  readonly actor: string;
  readonly role: string;
};

/** The day of an instant in Africa/Bamako, which keeps UTC all year. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** What stands for a text outside the vault. */
export type SealedText = { readonly textRef: string; readonly digest: string };
