import { z } from 'zod';
import { COMMITTEE_LEVELS, FREQUENCIES } from '../../code-lists';
import { day, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { lifeEvents } from './life-events';
import { seatEvents } from './seat-events';

/** Every event type a committee has ever stored. */
export const committeeEvents = [
  defineEvent(
    'committee-established',
    1,
    z.strictObject({
      committeeId: id(),
      unitId: id(),
      level: z.enum(COMMITTEE_LEVELS),
      name: sealedText(),
      legalAct: sealedText(),
      frequency: z.enum(FREQUENCIES),
    }),
  ),
  defineEvent('committee-installed', 1, z.strictObject({ committeeId: id(), installedOn: day() })),
  ...lifeEvents,
  ...seatEvents,
] as const;
