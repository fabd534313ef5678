import { z } from 'zod';
import { ADDRESSEE_TYPES, RECOMMENDATION_THEMES, role } from '../../code-lists';
import { day, digest, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { followingEvents } from './following-events';

/** Who stands behind a step of a recommendation: the caller, or the role a paper sheet names. */
export const party = () => z.strictObject({ actor: digest(), onBehalfOf: role().nullable() });

/** Every event type ever stored of a recommendation. */
export const recommendationEvents = [
  defineEvent(
    'recommendation-issued',
    1,
    z.strictObject({
      recommendationId: id(),
      meetingId: id(),
      committeeId: id(),
      unitId: id(),
      theme: z.enum(RECOMMENDATION_THEMES),
      text: sealedText(),
      number: sealedText().nullable(),
      addressees: z.array(z.strictObject({ type: z.enum(ADDRESSEE_TYPES), name: sealedText() })),
      otherAddresseeReason: sealedText().nullable(),
      issuedOn: day(),
      dueOn: day().nullable(),
    }),
  ),
  defineEvent(
    'recommendation-progress-reported',
    1,
    z.strictObject({ recommendationId: id(), on: day(), note: sealedText().nullable() }),
  ),
  defineEvent(
    'implementation-claimed',
    1,
    z.strictObject({ recommendationId: id(), on: day(), evidence: sealedText(), by: party() }),
  ),
  defineEvent(
    'implementation-verified',
    1,
    z.strictObject({ recommendationId: id(), on: day(), evidence: sealedText(), by: party() }),
  ),
  ...followingEvents,
] as const;
