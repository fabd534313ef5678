import { z } from 'zod';
import { SEAT_CATEGORIES } from '../code-lists';
import { defineCommand } from '../contract';
import { freeText, id, sealedText } from '../primitives';
import { defineEvent } from '../stored-event';
import { AGENDA_ITEM_KINDS } from './lists';

const item = {
  kind: z.enum(AGENDA_ITEM_KINDS),
  proposer: z.enum(SEAT_CATEGORIES).nullable(),
  minutesPlanned: z.number().int().min(1).max(600).nullable(),
};

/** What an item leads back to: the meeting whose minutes it approves, the recommendations it follows up. */
const before = { previousMeetingId: id().nullable(), recommendationIds: z.array(id()).max(100) };

/** An item as a query shows it. */
export const shownItem = z.strictObject({ itemId: id(), ...item, title: z.string(), ...before });

export const setAgenda = defineCommand({
  name: 'meetings.set-agenda',
  summary: 'Set the agenda of a meeting: its items in their order',
  request: z.strictObject({
    meetingId: id(),
    items: z
      .array(
        z.strictObject({
          itemId: id().optional(),
          kind: item.kind,
          title: freeText(500),
          proposer: item.proposer.default(null),
          minutesPlanned: item.minutesPlanned.default(null),
          previousMeetingId: before.previousMeetingId.default(null),
          recommendationIds: before.recommendationIds.default([]),
        }),
      )
      .min(1)
      .max(50),
  }),
  refusals: ['meeting-unknown', 'meeting-cancelled', 'item-twice', 'attendance-sheet-closed'],
  example: {
    meetingId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12',
    items: [
      { kind: 'OPENING', title: 'Ouverture de la séance', minutesPlanned: 10 },
      {
        ...{ kind: 'DISCUSSION', title: 'Éclairage du marché' },
        ...{ proposer: 'ORG_FEMMES', minutesPlanned: 30 },
      },
    ],
  },
});

export const agendaCommands = [setAgenda] as const;

/** Every event type ever stored of an agenda. */
export const agendaEvents = [
  defineEvent(
    'agenda-set',
    1,
    z.strictObject({
      meetingId: id(),
      items: z.array(z.strictObject({ itemId: id(), ...item, title: sealedText(), ...before })),
    }),
  ),
] as const;
