import type { preValidationHookHandler } from 'fastify';
import { HttpProblem } from './problem';

/** How deep lists and objects may stand in one another. */
const MOST = 16;

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a JSON value is nested deeper than `most`; without recursion, whatever was sent. */
export const isDeeper = (value: unknown, most = MOST): boolean => {
  let level: readonly object[] = isNested(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= most) return true;
    level = level.flatMap((each) => Object.values(each).filter(isNested));
  }
  return false;
};

/** Refuses a body that is nested too deep before anybody walks it. */
export const onlyShallow: preValidationHookHandler = ({ body }, _reply, done) => {
  if (body instanceof Uint8Array || !isDeeper(body)) done();
  else done(new HttpProblem('body-too-deep'));
};
