import type { ServerFaultCode } from './server-fault';

export type FromWorker =
  | { readonly kind: 'ready'; readonly port: number }
  /** Stored bytes are not those that were written. */
  | { readonly kind: 'damaged'; readonly message: string }
  | { readonly kind: 'refused'; readonly code: ServerFaultCode; readonly message: string };

export type ToWorker = 'close';
