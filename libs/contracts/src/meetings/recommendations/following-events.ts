import { z } from 'zod';
import { corps, SEAT_CATEGORIES } from '../../code-lists';
import { day, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { addresseeNumber, percent } from './shapes';
import { ANSWER_KINDS, DELIVERY_CHANNELS, REMINDER_KINDS, SENDING_CHANNELS } from './lists';

const of = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ recommendationId: id(), ...shape });
const ending = () => of({ on: day(), reason: sealedText() });
const reminder = { kind: z.enum(REMINDER_KINDS), dueOn: day(), on: day() };

/** What is stored of a recommendation after its issue. */
export const followingEvents = [
  defineEvent(
    'recommendation-detailed',
    1,
    of({
      responsible: sealedText().nullable(),
      proposerCategory: z.enum(SEAT_CATEGORIES).nullable(),
      corps: z.array(z.strictObject({ addressee: addresseeNumber(), corps: corps() })),
    }),
  ),
  defineEvent(
    'recommendation-sent',
    1,
    of({ addressee: addresseeNumber(), on: day(), channel: z.enum(SENDING_CHANNELS) }),
  ),
  defineEvent(
    'recommendation-acknowledged',
    1,
    of({ addressee: addresseeNumber(), on: day(), corps: corps().nullable() }),
  ),
  defineEvent(
    'recommendation-answered',
    1,
    of({
      addressee: addresseeNumber(),
      on: day(),
      answer: z.enum(ANSWER_KINDS),
      text: sealedText(),
      corps: corps().nullable(),
    }),
  ),
  defineEvent('progress-measured', 1, of({ on: day(), percent: percent() })),
  defineEvent('recommendation-rejected', 1, ending()),
  defineEvent('recommendation-abandoned', 1, ending()),
  defineEvent('recommendation-reopened', 1, ending()),
  defineEvent('recommendation-carried-over', 1, of({ meetingId: id(), on: day(), dueOn: day().nullable() })),
  defineEvent(
    'recommendation-escalated',
    1,
    of({ committeeId: id(), unitId: id(), on: day(), dueOn: day() }),
  ),
  defineEvent('reminder-recorded', 1, of(reminder)),
  defineEvent('reminder-delivered', 1, of({ ...reminder, channel: z.enum(DELIVERY_CHANNELS) })),
] as const;
