import type { Operation } from './line';

type Message = Extract<Operation, { kind: 'publish' }>;

const CRLF = Buffer.from('\r\n');
const line = (text: string): Buffer => Buffer.from(`${text}\r\n`, 'latin1');

export const OK = line('+OK');
export const PING = line('PING');
export const PONG = line('PONG');
export const errorLine = (reason: string): Buffer => line(`-ERR '${reason}'`);
export const infoLine = (info: object): Buffer => Buffer.from(`INFO ${JSON.stringify(info)} \r\n`);

const head = (verb: string, { subject, reply }: Message, sid: string, sizes: string): Buffer =>
  line(
    reply === undefined
      ? `${verb} ${subject} ${sid} ${sizes}`
      : `${verb} ${subject} ${sid} ${reply} ${sizes}`,
  );

/** A message for one subscription. A client without headers gets the body alone. */
export const delivery = (message: Message, sid: string, headers: boolean): readonly Buffer[] => {
  const { headerBytes, payload } = message;
  if (headerBytes !== undefined && headers) {
    return [head('HMSG', message, sid, `${headerBytes} ${payload.length}`), payload, CRLF];
  }
  const body = headerBytes === undefined ? payload : payload.subarray(headerBytes);
  return [head('MSG', message, sid, `${body.length}`), body, CRLF];
};

/** "Nobody listens there", told to the one who asked. */
export const noResponders = (reply: string, sid: string): Buffer =>
  line(`HMSG ${reply} ${sid} 16 16\r\nNATS/1.0 503\r\n\r\n`);
