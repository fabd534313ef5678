import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as meetings from '@benkan/contracts/meetings';

type Plant = (contract: CommandContract, role: string, path: string, body: object) => Promise<CommandAnswer>;
type Marked = {
  readonly plant: Plant;
  readonly text: () => string;
  readonly committeeId: string;
  /** A participant of the unit of the committee, known there by a code. */
  readonly code: string;
  /** Remembers what a query shows. */
  readonly read: (role: string, path: string, atLeast?: string) => Promise<void>;
};

const convening = { meetingKind: 'EXTRAORDINARY', plannedOn: '2024-12-10' };

/** A meeting that is put off and called off, a marker wherever somebody says where and why. */
const plantCalledOff = async ({ plant, text, committeeId, read }: Marked): Promise<void> => {
  const { id, position: first } = await plant(meetings.convene, 'secretary', 'meetings', {
    ...{ committeeId, ...convening, place: text() },
  });
  await read('secretary', `meetings/${id}`, first);
  await plant(meetings.postpone, 'secretary', `meetings/${id}/postponements`, {
    ...{ plannedOn: '2024-12-12', reason: text(), place: text() },
  });
  const { position } = await plant(meetings.cancel, 'secretary', `meetings/${id}/cancellation`, {
    ...{ cause: 'OTHER', reason: text() },
  });
  await read('secretary', `meetings/${id}`, position);
};

/** Minutes from the draft to the ministry, a marker in each of their texts. */
const plantMinutesOf = async (id: string, { plant, text, read }: Marked): Promise<void> => {
  await plant(meetings.closeAttendanceSheet, 'secretary', `meetings/${id}/attendance/closing`, {});
  const say = (contract: CommandContract, path: string, body: object) =>
    plant(contract, 'secretary', `meetings/${id}/minutes${path}`, body);
  await say(meetings.draftMinutes, '', {
    ...{ secretary: text(), situation: [text()], exchanges: [{ title: text(), text: text() }] },
    ...{ other: [text()], nextPlace: text() },
  });
  const by = { kind: 'SIGNATURE', signedOn: '2024-12-11', capacity: 'MAIRE' };
  await say(meetings.adoptMinutes, '/adoption', { by });
  await say(meetings.correctMinutes, '/errata', { on: '2024-12-12', text: text(), reason: text() });
  const sent = { recipient: 'CRSS', on: '2024-12-13', reference: text() };
  const { position } = await say(meetings.transmitMinutes, '/transmissions', sent);
  await read('auditor', `meetings/${id}/minutes`, position);
};

/** A meeting held, its agenda and a sheet with a code from the paper. */
const plantSheetOf = async (marked: Marked): Promise<void> => {
  const { plant, text, committeeId, code, read } = marked;
  const { id } = await plant(meetings.convene, 'secretary', 'meetings', { committeeId, ...convening });
  const items = [{ kind: 'DISCUSSION', title: text() }];
  await plant(meetings.setAgenda, 'secretary', `meetings/${id}/agenda`, { items });
  const holding = { heldOn: '2024-12-10', presidingCapacity: 'NOT_REPORTED' };
  await plant(meetings.hold, 'secretary', `meetings/${id}/holding`, holding);
  const lines = [{ code, quality: 'MEMBER', status: 'PRESENT' }];
  const sheet = await plant(meetings.recordAttendanceSheet, 'secretary', `meetings/${id}/attendance/sheet`, {
    lines,
  });
  await read('auditor', `meetings/${id}`, sheet.position);
  await plantMinutesOf(id, marked);
};

/** Says every command of a meeting's life with a marker in each of its free texts, and looks at what is shown. */
export const plantMeetings = async (marked: Marked): Promise<void> => {
  await plantCalledOff(marked);
  await plantSheetOf(marked);
};
