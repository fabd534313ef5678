const VARINT = 0;
const BYTES = 2;

const digitsOf = (value: number): number => {
  let digits = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) digits += 1;
  return digits;
};

/** A protobuf message written from its end to its start, so that every length is known when it is its turn. */
export class TailFirst {
  readonly #room: Buffer;
  #at: number;

  /** `room`: at least the bytes of the message. */
  constructor(room: number) {
    this.#room = Buffer.allocUnsafe(room);
    this.#at = room;
  }

  raw(bytes: Uint8Array): void {
    this.#at -= bytes.byteLength;
    this.#room.set(bytes, this.#at);
  }

  bytes(field: number, bytes: Uint8Array): void {
    this.raw(bytes);
    this.#prefix(field, bytes.byteLength);
  }

  text(field: number, text: string): void {
    const length = Buffer.byteLength(text);
    this.#at -= length;
    this.#room.write(text, this.#at);
    this.#prefix(field, length);
  }

  /** A whole number up to 2^53 - 1. */
  number(field: number, value: number): void {
    this.#varint(value);
    this.#varint(field * 8 + VARINT);
  }

  /** What `write` writes, as one field. */
  message(field: number, write: () => void): void {
    const end = this.#at;
    write();
    this.#prefix(field, end - this.#at);
  }

  written(): Buffer {
    return this.#room.subarray(this.#at);
  }

  #prefix(field: number, length: number): void {
    this.#varint(length);
    this.#varint(field * 8 + BYTES);
  }

  #varint(value: number): void {
    const digits = digitsOf(value);
    this.#at -= digits;
    let rest = value;
    for (let digit = 1; digit < digits; digit += 1) {
      this.#room[this.#at + digit - 1] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#room[this.#at + digits - 1] = rest;
  }
}
