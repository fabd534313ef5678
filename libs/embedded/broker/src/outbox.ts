import type { Socket } from 'node:net';

const FLUSH_AT = 64 * 1024;

/** What waits to be written to one client. One write a turn of the loop; a client that does not read is given up. */
export class Outbox {
  private parts: Buffer[] = [];
  private bytes = 0;
  private scheduled = false;

  constructor(
    private readonly socket: Socket,
    private readonly maxPending: number,
    private readonly overflow: () => void,
  ) {}

  send(...parts: readonly Buffer[]): void {
    for (const part of parts) this.bytes += part.length;
    this.parts.push(...parts);
    if (this.bytes >= FLUSH_AT) return this.flush();
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.scheduled = false;
    if (this.parts.length === 0 || !this.socket.writable) return this.clear();
    if (this.bytes + this.socket.writableLength > this.maxPending) {
      this.clear();
      return this.overflow();
    }
    this.socket.write(
      this.parts.length === 1 ? (this.parts[0] ?? '') : Buffer.concat(this.parts, this.bytes),
    );
    this.clear();
  }

  private clear(): void {
    this.parts = [];
    this.bytes = 0;
  }
}
