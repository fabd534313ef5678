import type { Addresses } from '@benkan/hosting';
import type { ServersOptions } from '@benkan/laptop';
import type { StackConfig } from './config';

/** What the launcher tells its children, and what they answer. */
export type ServersOrder = ServersOptions & { readonly kind: 'start-servers' };

export type ServersReady = {
  readonly kind: 'ready';
  readonly urls: Pick<Addresses, 'esdbUrl' | 'natsUrl' | 'mongoUrl' | 'vaultUrl' | 'keysUrl'>;
};

export type ServicesOrder = {
  readonly kind: 'start-services';
  readonly addresses: Addresses;
  readonly port: number;
  readonly host: string;
  readonly logFile: string;
  readonly clockChecked: boolean;
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
export type Order = ServersOrder | ServicesOrder | { readonly kind: 'stop' } | { readonly kind: 'memory' };
export type Answer = ServersReady | ServicesReady | Failed | MemoryAnswer;
