import { z } from 'zod';
import { REVEAL_PURPOSES, ageBand, corps, sex, structureKind } from '../../code-lists';
import { digest, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { consentEvents } from './consents';
import { erasingEvents } from './erasing';
import { mergingEvents } from './merging';

const participantTraits = {
  sex: sex(),
  ageBand: ageBand(),
  structureKind: structureKind(),
  corps: corps().nullable(),
};

/** Every event type a participant has ever stored. */
export const participantEvents = [
  defineEvent(
    'participant-registered',
    1,
    z.strictObject({ participantId: id(), unitId: id(), ...participantTraits }),
  ),
  defineEvent(
    'participant-corrected',
    1,
    z.strictObject({
      participantId: id(),
      ...participantTraits,
      personal: z.boolean(),
      reason: sealedText(),
    }),
  ),
  defineEvent(
    'personal-data-revealed',
    1,
    z.strictObject({ participantId: id(), purpose: z.enum(REVEAL_PURPOSES), to: digest() }),
  ),
  ...consentEvents,
  ...mergingEvents,
  ...erasingEvents,
] as const;
