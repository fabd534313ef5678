/** Where the stores and the broker are, and the two secrets a service is given. */
export type Addresses = {
  readonly esdbUrl: string;
  readonly natsUrl: string;
  readonly natsToken?: string | undefined;
  /** Read models: may be burned. */
  readonly mongoUrl: string;
  /** Ciphertexts. */
  readonly vaultUrl: string;
  /** Wrapped keys. */
  readonly keysUrl: string;
  /** File of the key-encryption key; outside all three stores. */
  readonly kekFile: string;
  /** In place of the file: a passphrase, and the file of its salt. */
  readonly kekPassphrase?: { readonly passphrase: string; readonly saltFile: string } | undefined;
  /** Key the services sign their contexts with, hex, 32 bytes or more. */
  readonly contextKey: string;
};

/** The same server, one database of it. */
export const databaseOf = (url: string, database: string): string => {
  const parsed = new URL(url);
  if (parsed.pathname.length <= 1) parsed.pathname = `/${database}`;
  return parsed.toString();
};
