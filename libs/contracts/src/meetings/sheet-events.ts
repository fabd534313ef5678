import { z } from 'zod';
import { AGE_BANDS, SEAT_CATEGORIES, SEXES } from '../code-lists';
import { id } from '../primitives';
import { defineEvent } from '../stored-event';

const count = () => z.number().int().min(0).max(10_000);

/** Who spoke and who proposed, as counts: people, turns, items. */
export const voiceGroup = {
  category: z.enum(SEAT_CATEGORIES),
  sex: z.enum(SEXES),
  ageBand: z.enum(AGE_BANDS),
  /** People who spoke at least once. */
  speakers: count(),
  speakingTurns: count(),
  itemsProposed: count(),
};

/** Every event type ever stored of a sheet beside its lines and counts. */
export const sheetEvents = [
  defineEvent(
    'attendance-represented',
    1,
    z.strictObject({ meetingId: id(), participantId: id(), representedBy: id() }),
  ),
  defineEvent('attendance-sheet-closed', 1, z.strictObject({ meetingId: id() })),
  defineEvent('young-women-tallied', 1, z.strictObject({ meetingId: id(), youngWomen: count() })),
  defineEvent(
    'voice-recorded',
    1,
    z.strictObject({ meetingId: id(), groups: z.array(z.strictObject(voiceGroup)) }),
  ),
] as const;
