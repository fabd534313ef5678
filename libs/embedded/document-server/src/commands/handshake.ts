import { MAX_DOCUMENT_BYTES } from '../values/document';
import { MAX_MESSAGE_BYTES } from '../wire/message';
import { okReply } from '../wire/reply';
import type { CommandSpec, Handler } from './envelope';

// 21 is MongoDB 7.0: the driver then keeps to commands answered here
const WIRE_VERSION = 21;
const VERSION = '7.0.0';

const greeting: Handler = (_, { connection }) =>
  okReply({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    connectionId: connection,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  });

const HELLO_FIELDS = [
  'helloOk',
  'client',
  'compression',
  'loadBalanced',
  'topologyVersion',
  'maxAwaitTimeMS',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'backpressure',
];

const hello: CommandSpec = { fields: HELLO_FIELDS, handle: greeting };

const buildInfo: CommandSpec = {
  fields: [],
  handle: () =>
    okReply({
      version: VERSION,
      versionArray: [7, 0, 0, 0],
      modules: [],
      bits: 64,
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    }),
};

const ok: CommandSpec = { fields: [], handle: () => okReply() };

export const HANDSHAKE_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  buildInfo,
  buildinfo: buildInfo,
  ping: ok,
  endSessions: ok,
};
