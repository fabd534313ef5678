import { TailFirst } from './tail-first';

const RESPONSE = { correlation: 1, success: 3, stream: 4 };
const SUCCESS = { revision: 1, noStream: 2, position: 3, noPosition: 4 };
const POSITION = { commit: 1, prepare: 2 };
const UUID_TEXT = 2;
const STREAM_NAME = 3;

// more than the correlation, numbers, tags and lengths ever take
const FIXED_BYTES = 128;
const BYTES_A_CHARACTER = 3;
const EMPTY = new Uint8Array(0);

export type Success = {
  readonly correlation: string;
  readonly stream: string;
  /** Last revision, -1 for a stream without events. */
  readonly last: number;
  readonly position: number | undefined;
};

const writeSuccess = (out: TailFirst, { last, position }: Success): void => {
  if (position === undefined) out.bytes(SUCCESS.noPosition, EMPTY);
  else
    out.message(SUCCESS.position, () => {
      out.number(POSITION.prepare, position);
      out.number(POSITION.commit, position);
    });
  if (last < 0) out.bytes(SUCCESS.noStream, EMPTY);
  else out.number(SUCCESS.revision, last);
};

/** The bytes of a `BatchAppendResp` that tells a success, as the generated class would write them. */
export const batchSuccessBytes = (success: Success): Buffer => {
  const { correlation, stream } = success;
  const out = new TailFirst(FIXED_BYTES + stream.length * BYTES_A_CHARACTER);
  out.message(RESPONSE.stream, () => out.text(STREAM_NAME, stream));
  out.message(RESPONSE.success, () => writeSuccess(out, success));
  out.message(RESPONSE.correlation, () => out.text(UUID_TEXT, correlation));
  return out.written();
};
