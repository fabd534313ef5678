import { z } from 'zod';
import { id } from '../primitives';
import { defineEvent } from '../stored-event';

/** What is stored of keys that one aggregate at a time may hold. */
export const reservationEvents = [
  /** Holds a key for one aggregate across streams, e.g. a unit and level for its committee. */
  defineEvent('reserved', 1, z.strictObject({ holder: id() })),
  /** The holder gives it up; the next to ask may hold it. */
  defineEvent('released', 1, z.strictObject({ holder: id() })),
] as const;
