import type { KnownTraining } from './training';

/** Days of which something was recorded: a session, or a line of the sheet. */
export const heldDays = ({ sessions, sheet }: KnownTraining): ReadonlySet<string> =>
  new Set([...sessions.map(({ day }) => day), ...[...sheet.values()].flatMap((days) => [...days.keys()])]);
