import { EventEmitter, once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import type { NatsAddress } from '../connecting';

/** A way to a broker that can be cut and mended, so that any broker can be "away". */
export class Road {
  private readonly server = createServer((socket) => this.arrive(socket));
  private readonly travelling = new Set<Socket>();
  private readonly events = new EventEmitter();
  private whole = true;
  private turnedAway = 0;

  private constructor(private readonly beyond: NatsAddress) {}

  static async to(beyond: NatsAddress): Promise<Road> {
    const road = new Road(beyond);
    road.server.listen(0, '127.0.0.1');
    await once(road.server, 'listening');
    return road;
  }

  get address(): NatsAddress {
    const { port } = this.server.address() as AddressInfo;
    return { ...this.beyond, url: `nats://127.0.0.1:${port}` };
  }

  cut(): void {
    this.whole = false;
    this.travelling.forEach((socket) => socket.destroy());
  }

  mend(): void {
    this.whole = true;
  }

  /** Resolves when so many more have come to the cut road. */
  async turnsAway(count: number): Promise<void> {
    const enough = this.turnedAway + count;
    while (this.turnedAway < enough) await once(this.events, 'turned away');
  }

  async close(): Promise<void> {
    this.cut();
    const closed = once(this.server, 'close');
    this.server.close();
    await closed;
  }

  private arrive(socket: Socket): void {
    socket.on('error', () => undefined);
    if (!this.whole) {
      socket.destroy();
      this.turnedAway += 1;
      return void this.events.emit('turned away');
    }
    const { hostname, port } = new URL(this.beyond.url);
    const onward = connect({ host: hostname, port: Number(port), noDelay: true });
    for (const each of [socket, onward]) {
      this.travelling.add(each);
      each.once('close', () => this.travelling.delete(each));
    }
    pipeline(socket, onward, socket, () => undefined);
  }
}
