import { couldBecomeOperation, parseLine, type Operation } from './line';

export type ParserLimits = { readonly maxPayload: number; readonly maxControlLine: number };

type Message = Extract<Operation, { kind: 'publish' }>;

/** A message whose bytes are still arriving; two more than the payload, for the line end. */
type Arriving = { readonly message: Message; readonly bytes: Buffer; filled: number };

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const empty = Buffer.alloc(0);

/**
 * Turns a stream of bytes, however it is cut, into operations. After a `violation` nothing more is read.
 * Payloads may share memory with the chunk they came in.
 */
export class Parser {
  private line = empty;
  private arriving: Arriving | undefined;
  private broken = false;
  private operations: Operation[] = [];

  constructor(private readonly limits: ParserLimits) {}

  push(chunk: Buffer): readonly Operation[] {
    this.operations = [];
    let offset = 0;
    while (offset < chunk.length && !this.broken) {
      offset = this.arriving ? this.readPayload(this.arriving, chunk, offset) : this.readLine(chunk, offset);
    }
    return this.operations;
  }

  private fail(reason: string): void {
    this.broken = true;
    this.operations.push({ kind: 'violation', reason });
  }

  private readLine(chunk: Buffer, offset: number): number {
    const end = chunk.indexOf(NEWLINE, offset);
    const piece = chunk.subarray(offset, end < 0 ? chunk.length : end);
    const line = this.line.length === 0 ? piece : Buffer.concat([this.line, piece]);
    if (line.length > this.limits.maxControlLine) this.fail('maximum control line exceeded');
    else if (end >= 0) this.finishLine(line);
    else if (couldBecomeOperation(line)) this.line = Buffer.from(line);
    else this.fail('Unknown Protocol Operation');
    return end < 0 ? chunk.length : end + 1;
  }

  private finishLine(line: Buffer): void {
    this.line = empty;
    const text = line.toString('latin1', 0, line.at(-1) === RETURN ? line.length - 1 : line.length);
    const operation = parseLine(text);
    if (operation.kind === 'violation') return this.fail(operation.reason);
    if (operation.kind !== 'publish') return void this.operations.push(operation);
    if (operation.size > this.limits.maxPayload) return this.fail('Maximum Payload Violation');
    this.arriving = { message: operation, bytes: Buffer.allocUnsafe(operation.size + 2), filled: 0 };
  }

  private readPayload(arriving: Arriving, chunk: Buffer, offset: number): number {
    const { bytes, filled } = arriving;
    const end = Math.min(offset + bytes.length - filled, chunk.length);
    if (filled === 0 && end - offset === bytes.length) {
      this.finishPayload(arriving.message, chunk.subarray(offset, end));
      return end;
    }
    chunk.copy(bytes, filled, offset, end);
    arriving.filled += end - offset;
    if (arriving.filled === bytes.length) this.finishPayload(arriving.message, bytes);
    return end;
  }

  private finishPayload(message: Message, bytes: Buffer): void {
    this.arriving = undefined;
    if (bytes.at(-2) !== RETURN || bytes.at(-1) !== NEWLINE) return this.fail('Unknown Protocol Operation');
    this.operations.push({ ...message, payload: bytes.subarray(0, -2) });
  }
}
