import { randomUUID } from 'node:crypto';
import type { HttpClient } from './http';
import { dealt, inLanes, times } from './lanes';

const DAY = '2025-01-15';

/** A unit of the country, as a person at the national level registers it. */
export const registerUnit = async ({ tell }: HttpClient): Promise<string> => {
  const unit = { unitType: 'COMMUNE', parentId: null, name: 'Commune de mesure', codes: [], validFrom: null };
  return (await tell('national', '/v1/territories', unit)).id;
};

/** An installed committee and `members` people its meetings may write down. */
export const workingCommittee = async (client: HttpClient, members: number) => {
  const { tell } = client;
  const unitId = await registerUnit(client);
  const committee = { unitId, level: 'COMMUNE', name: 'CCS-C', legalAct: 'Décret n°2019-0041/PM-RM' };
  const { id: committeeId } = await tell('national', '/v1/committees', committee);
  await tell('national', `/v1/committees/${committeeId}/installation`, { installedOn: '2023-12-07' });
  const participants: string[] = [];
  const registering = times(members, () => async () => {
    const person = { unitId, code: randomUUID().slice(0, 8), firstNames: 'Aïssata', lastName: 'Coulibaly' };
    const attributes = { sex: 'F', ageBand: '25-29', structureKind: 'ORG_FEMMES', corps: null };
    participants.push((await tell('secretary', '/v1/participants', { ...person, ...attributes })).id);
  });
  await inLanes(dealt(registering, 8));
  return { committeeId, participants };
};

/** Convenes and holds meetings, whose sheets are still empty. */
export const heldMeetings = async (
  { tell }: HttpClient,
  committeeId: string,
  count: number,
): Promise<readonly string[]> => {
  const meetings: string[] = [];
  const holding = times(count, () => async () => {
    const convocation = { committeeId, meetingKind: 'STATUTORY', plannedOn: DAY };
    const { id } = await tell('secretary', '/v1/meetings', convocation);
    await tell('secretary', `/v1/meetings/${id}/holding`, { heldOn: DAY, presidingCapacity: 'MAIRE' });
    meetings.push(id);
  });
  await inLanes(dealt(holding, 8));
  return meetings;
};

/** Writes one person on the sheet of a meeting: a command without a text, so without work for the vault. */
export const recordLine = async (
  { tell }: HttpClient,
  meetingId: string,
  participantId: string,
): Promise<void> => {
  await tell('secretary', `/v1/meetings/${meetingId}/attendance`, {
    ...{ participantId, quality: 'MEMBER', status: 'PRESENT' },
  });
};

/** Writes a whole sheet in one command. */
export const recordSheet = async (
  { tell }: HttpClient,
  meetingId: string,
  participants: readonly string[],
): Promise<void> => {
  const lines = participants.map((participantId) => ({
    ...{ participantId, quality: 'MEMBER', status: 'PRESENT' },
  }));
  await tell('secretary', `/v1/meetings/${meetingId}/attendance/sheet`, { lines });
};
