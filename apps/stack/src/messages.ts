import type { Addresses } from '@benkan/hosting';
import type { ServersOptions } from '@benkan/laptop';
import type { StackConfig } from './config';
import type { Oidc, TlsFiles } from './exposure';

/** What the launcher tells its children, and what they answer. */
export type ServersOrder = ServersOptions & {
  readonly kind: 'start-servers';
  readonly logFile: string;
  readonly logLevel: StackConfig['logLevel'];
};

/** Stored bytes of a store are not those that were written: the servers say so, the services show it. */
export type Damaged = { readonly kind: 'damaged'; readonly store: string };

export type ServersReady = {
  readonly kind: 'ready';
  readonly urls: Pick<Addresses, 'esdbUrl' | 'natsUrl' | 'mongoUrl' | 'vaultUrl' | 'keysUrl'>;
};

/** Who may call: anybody with a token of the demonstration, of the accounts kept here, or of another issuer. */
export type Identity =
  | { readonly kind: 'demonstration' }
  | { readonly kind: 'accounts'; readonly signingKeys: string }
  | ({ readonly kind: 'oidc' } & Oidc);

export type ServicesOrder = {
  readonly kind: 'start-services';
  readonly addresses: Addresses;
  readonly port: number;
  readonly host: string;
  readonly identity: Identity;
  /** Sealed file of the keys that sign what devices take along. */
  readonly packKeys: string;
  readonly tls: TlsFiles | undefined;
  readonly logFile: string;
  readonly clockChecked: boolean;
  readonly territory: StackConfig['territory'];
  readonly reminders: StackConfig['reminders'];
  readonly metricsPort: number | undefined;
  readonly logLevel: StackConfig['logLevel'];
};

export type ServicesReady = {
  readonly kind: 'ready';
  readonly url: string;
  readonly port: number;
  /** Where operators read the figures, when they asked for it. */
  readonly metricsUrl: string | undefined;
};

export type Failed = { readonly kind: 'failed'; readonly reason: string };
export type MemoryAnswer = { readonly kind: 'memory'; readonly rssBytes: number };
/** Whoever started it has seen what they wait for: what takes long may begin. */
export type Settled = { readonly kind: 'settled' };

export type Order =
  ServersOrder | ServicesOrder | Damaged | Settled | { readonly kind: 'stop' } | { readonly kind: 'memory' };
export type Answer = ServersReady | ServicesReady | Failed | MemoryAnswer | Damaged;
