import type { CommandContract, QueryContract } from '@benkan/contracts';
import { fault, type FaultCode, type Reply } from '@benkan/messaging';
import type { Log } from '@benkan/observability';
import type { Told } from './door';
import { extraOf, leavingBy, type Leaving } from './leaving';

/** Where an answer leaves: what is said of it in the log, and how strictly it is held to its schema. */
export type Way = {
  readonly log: Log;
  readonly place: object;
  readonly surplus: 'strip' | 'refuse';
};

const FAULTS: Readonly<Record<Extract<Told, { kind: 'fault' }>['code'], FaultCode>> = {
  conflict: 'conflict',
  unavailable: 'unavailable',
  'idempotency-key-reused': 'idempotency-key-reused',
  'stale-revision': 'stale-revision',
  'unreadable-history': 'internal',
  'too-large': 'too-large',
  'storage-full': 'storage-full',
};

// what a store says of itself stays in the house
const INSIDE: readonly FaultCode[] = ['unavailable', 'internal', 'storage-full'];

const faultOf = ({ code, detail }: Extract<Told, { kind: 'fault' }>, { log, place }: Way): Reply => {
  const said = FAULTS[code];
  if (said === 'internal') log.error('history cannot be read', { ...place, detail });
  return INSIDE.includes(said) ? fault(said) : fault(said, detail);
};

/** Says what may be said, and tells the log of what may not. */
const said = (leaving: Leaving, { log, place, surplus }: Way, wrap: (data: unknown) => unknown): Reply => {
  if (leaving.kind === 'stays') {
    log.error('answer does not follow its schema', { ...place, problems: leaving.problems });
    return fault('internal');
  }
  const { data, stripped } = leaving;
  if (stripped.length > 0) {
    log.error('answer held surplus fields', { ...place, problems: stripped });
    if (surplus === 'refuse') return fault('internal');
  }
  return { v: 1, kind: 'answer', data: wrap(data) };
};

/** What became of a command, as it leaves. */
export const toldReply = (contract: CommandContract, told: Told, way: Way): Reply => {
  if (told.kind === 'refused')
    return {
      v: 1,
      kind: 'refused',
      code: told.code,
      ...(told.differences === undefined ? {} : { differences: told.differences }),
      ...(told.problems === undefined ? {} : { problems: told.problems }),
    };
  if (told.kind === 'fault') return faultOf(told, way);
  const { id, revision, position, changed, extra = {} } = told;
  const whole = { id, revision: revision.toString(), position: position.toString(), changed };
  return said(extraOf(contract, extra), way, (rest) => ({ ...whole, ...(rest as object) }));
};

/** An answer as it leaves: nothing its schema does not know. */
export const answerReply = ({ response }: QueryContract, data: unknown, way: Way): Reply =>
  said(leavingBy(response, data), way, (whole) => whole);
