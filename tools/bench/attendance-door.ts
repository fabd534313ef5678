import { randomBytes, randomUUID } from 'node:crypto';
import { recordAttendance as contract } from '@benkan/contracts/meetings';
import { commandDoor, headerOf, said, type Door, type Doorkeeper, trustedClock } from '@benkan/doors';
import type { Handle } from '@benkan/event-store';
import { recordAttendance } from '@benkan/meetings-domain';
import type { Request } from '@benkan/messaging';
import { silentLog } from '@benkan/observability';
import { signedContexts, type ContextSigner, type Principal } from '@benkan/security';
import { inMemoryVault } from '@benkan/vault';
import { meetings, newLine } from './meeting-history';

const SECRETARY: Principal = {
  issuer: 'bench',
  subject: 'secretary',
  roles: [{ role: 'secretary', territory: null }],
};

const DEADLINE_MS = 60_000;

/** The door of `meetings.record-attendance` as its service opens it, every participant being known already. */
export const attendanceDoor = (handle: Handle): Door => {
  // digests only: the command carries no text
  const vault = inMemoryVault();
  return commandDoor(contract, async (asked) => {
    const { meetingId } = asked.body;
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) =>
        recordAttendance(
          said(asked, vault, { ...asked.body, participantKnown: true, attendanceMode: 'NOMINATIVE' }),
          state,
        ),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
};

export const contextKey = (): string => randomBytes(32).toString('hex');

export const contextsOf = (key: string): ContextSigner => signedContexts({ key: Buffer.from(key, 'hex') });

export const doorkeeper = (context: ContextSigner): Doorkeeper => ({
  context,
  log: silentLog,
  now: () => new Date(),
  clock: trustedClock,
  waitFor: () => Promise.resolve(true),
});

/** One line of a sheet as the gateway passes it on. */
export const attendanceRequest = (context: ContextSigner, meetingId: string): Request => ({
  v: 1,
  id: randomUUID(),
  name: contract.name,
  body: { meetingId, ...newLine() },
  context: context.sign(SECRETARY, DEADLINE_MS),
  correlationId: randomUUID(),
  commandId: randomUUID(),
  deadline: Date.now() + DEADLINE_MS,
});
