const flip = Buffer.alloc(8);

/** A growing buffer of order-preserving pieces: comparing two results byte by byte compares what was written. */
export class ByteWriter {
  private bytes: Buffer;
  private at = 0;

  constructor(size = 128) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  private room(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + count));
    this.bytes.copy(grown, 0, 0, this.at);
    this.bytes = grown;
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }

  uint16(value: number): void {
    this.room(2);
    this.at = this.bytes.writeUInt16BE(value, this.at);
  }

  uint32(value: number): void {
    this.room(4);
    this.at = this.bytes.writeUInt32BE(value, this.at);
  }

  uint64(value: bigint): void {
    this.room(8);
    this.at = this.bytes.writeBigUInt64BE(value, this.at);
  }

  raw(value: Uint8Array): void {
    this.room(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  /** NaN first, then -Infinity … +Infinity; both zeros alike. */
  float64(value: number): void {
    this.room(8);
    if (Number.isNaN(value)) {
      this.bytes.fill(0, this.at, (this.at += 8));
      return;
    }
    flip.writeDoubleBE(value === 0 ? 0 : value);
    const negative = (flip[0] ?? 0) >= 0x80;
    for (let index = 0; index < 8; index += 1) {
      const byte = flip[index] ?? 0;
      this.bytes[this.at++] = negative ? ~byte : index === 0 ? byte | 0x80 : byte;
    }
  }

  /** UTF-8 closed by 00 00, so that a string sorts before those it begins. */
  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    if (bytes.includes(0)) this.escaped(bytes);
    else this.raw(bytes);
    this.uint16(0);
  }

  // 00 becomes 00 ff, above the end of a string and below every other byte
  private escaped(bytes: Buffer): void {
    for (const byte of bytes) {
      if (byte === 0) this.uint16(0x00ff);
      else this.byte(byte);
    }
  }

  invert(from: number): void {
    for (let index = from; index < this.at; index += 1) this.bytes[index] = ~(this.bytes[index] ?? 0);
  }

  get length(): number {
    return this.at;
  }

  done(): Buffer {
    return this.bytes.subarray(0, this.at);
  }
}
