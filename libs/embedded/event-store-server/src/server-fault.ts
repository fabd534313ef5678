export type ServerFaultCode =
  | 'folder-locked'
  | 'port-taken'
  | 'format-newer'
  | 'record-corrupted'
  | 'storage-full'
  | 'storage-failed'
  | 'bad-request'
  | 'start-failed';

/** A failure with a stable code and a message of one line. */
export class ServerFault extends Error {
  constructor(
    readonly code: ServerFaultCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'ServerFault';
  }
}
