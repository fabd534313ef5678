import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ServerFault } from './server-fault';

const PLAIN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const hex = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');

const fromHalves = (high: string, low: string): string =>
  (hex(high) + hex(low)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The canonical lower-case text of either form of a UUID. */
export const uuidFrom = (uuid: UUID | undefined): string => {
  const halves = uuid?.getStructured();
  const text = halves
    ? fromHalves(halves.getMostSignificantBits(), halves.getLeastSignificantBits())
    : (uuid?.getString() ?? '').toLowerCase();
  if (!PLAIN.test(text)) throw new ServerFault('bad-request', `not a UUID: ${text}`);
  return text;
};

export const uuidTo = (text: string): UUID => new UUID().setString(text);

export const streamFrom = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

export const streamTo = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(stream)));
