import type { ServerFaultCode } from './server-fault';

export type FromWorker =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'refused'; readonly code: ServerFaultCode; readonly message: string };

export type ToWorker = 'close';
