import { z } from 'zod';
import { SEXES } from '../../code-lists';
import { day, id, indicatorCode, purposeCode, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { donor, figure, marker, SUPPORT_KINDS } from './shapes';

// codes by their pattern: what was recorded under a code stays readable after the list drops it
const framing = {
  from: day(),
  to: day(),
  purposeCodes: z.array(purposeCode()),
  markers: z.array(marker()),
};

/** Every event type about a project. */
export const projectEvents = [
  defineEvent(
    'project-opened',
    1,
    z.strictObject({
      projectId: id(),
      title: sealedText(),
      donor: donor(),
      donorOther: sealedText().nullable(),
      implementer: sealedText().nullable(),
      ...framing,
    }),
  ),
  defineEvent('project-revised', 1, z.strictObject({ projectId: id(), ...framing, reason: sealedText() })),
  defineEvent(
    'support-begun',
    1,
    z.strictObject({ projectId: id(), kind: z.enum(SUPPORT_KINDS), supportedId: id(), since: day() }),
  ),
  defineEvent('support-ended', 1, z.strictObject({ projectId: id(), supportedId: id(), endedOn: day() })),
  /** Told again of the same `targetId`, it takes the place of what was told before. */
  defineEvent(
    'target-set',
    1,
    z.strictObject({
      projectId: id(),
      targetId: id(),
      indicator: indicatorCode(),
      sex: z.enum(SEXES).nullable(),
      from: day(),
      to: day(),
      baseline: figure().nullable(),
      target: figure(),
      reason: sealedText().nullable(),
    }),
  ),
  defineEvent(
    'target-withdrawn',
    1,
    z.strictObject({ projectId: id(), targetId: id(), reason: sealedText() }),
  ),
  defineEvent(
    'project-closed',
    1,
    z.strictObject({ projectId: id(), closedOn: day(), reason: sealedText() }),
  ),
] as const;
