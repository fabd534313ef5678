import { randomUUID } from 'node:crypto';
import { clientOf, type Answer, type Client } from './client';
import { heldMeeting, installedCommittee, participant, recorded } from './committee-at-work';

/** A commune with one of everything that may lie in it. */
export type Commune = {
  readonly unitId: string;
  readonly committeeId: string;
  readonly meetingId: string;
  readonly participantId: string;
  readonly trainingId: string;
  readonly recommendationId: string;
  /** The position that includes all of it. */
  readonly position: string;
};

/** Fills a commune as its people would, under country-wide roles. */
export const communeAtWork = async (client: Client, code: string): Promise<Commune> => {
  const { unitId, committeeId } = await installedCommittee(client, code);
  const meetingId = await heldMeeting(client, committeeId, '2024-11-21');
  const person = { ...participant(unitId, `${code}-1`), phone: `+2237600${code.slice(-4)}` };
  const { id: participantId } = await recorded(client, 'secretary', '/v1/participants', person);
  const { id: trainingId } = await recorded(client, 'trainer', '/v1/trainings', {
    unitId,
    days: ['2024-12-02'],
    themes: ['RSS'],
    group: 1,
  });
  const { id: recommendationId, position } = await recorded(client, 'secretary', '/v1/recommendations', {
    meetingId,
    theme: 'PATROUILLES',
    text: 'Renforcer les patrouilles',
    addressees: [{ type: 'ACTEUR_SECURITE', name: 'Commissariat' }],
  });
  return { unitId, committeeId, meetingId, participantId, trainingId, recommendationId, position };
};

/** A client whose every role is limited to one territory. */
export const limitedTo = (url: string, territory: string): Client => clientOf(url, territory);

/** What of an answer must not tell a foreign id from an unknown one. */
export const appearance = ({ status, headers, body }: Answer, id: string) => {
  const { correlationId: _, ...shown } = body;
  const names = [...headers].map(([name, value]) =>
    ['date', 'traceparent'].includes(name) ? name : `${name}: ${value}`,
  );
  return JSON.parse(JSON.stringify({ status, shown, headers: names }).replaceAll(id, 'id')) as unknown;
};

/** Every way that names one thing of a commune: role, method, path, body. */
export const waysTo = (
  it: Commune,
  other: Pick<Commune, 'participantId'>,
): readonly (readonly [string, string, string, unknown])[] => [
  ['secretary', 'GET', `/v1/committees/${it.committeeId}`, undefined],
  ['secretary', 'GET', `/v1/participants/${it.participantId}`, undefined],
  ['secretary', 'GET', `/v1/meetings/${it.meetingId}`, undefined],
  ['secretary', 'GET', `/v1/meetings/${it.meetingId}/attendance`, undefined],
  ['secretary', 'GET', `/v1/recommendations/${it.recommendationId}`, undefined],
  ['trainer', 'GET', `/v1/trainings/${it.trainingId}`, undefined],
  ['supervisor', 'POST', `/v1/committees/${it.committeeId}/installation`, { installedOn: '2023-12-07' }],
  ['protection-officer', 'POST', `/v1/participants/${it.participantId}/reveals`, { purpose: 'VERIFICATION' }],
  [
    'secretary',
    'POST',
    '/v1/meetings',
    { committeeId: it.committeeId, meetingKind: 'STATUTORY', plannedOn: '2024-12-19' },
  ],
  [
    'secretary',
    'POST',
    `/v1/meetings/${it.meetingId}/holding`,
    { heldOn: '2024-11-21', presidingCapacity: 'MAIRE' },
  ],
  [
    'secretary',
    'POST',
    `/v1/meetings/${it.meetingId}/attendance`,
    { participantId: other.participantId, quality: 'MEMBER', status: 'PRESENT' },
  ],
  [
    'secretary',
    'POST',
    `/v1/recommendations/${it.recommendationId}/progress`,
    { on: '2024-12-01', note: 'En cours' },
  ],
  [
    'trainer',
    'POST',
    `/v1/trainings/${it.trainingId}/attendance`,
    { participantId: other.participantId, day: '2024-12-02', status: 'PRESENT' },
  ],
];

/** A commune nobody knows: every id is new. */
export const nowhere = (): Commune => ({
  unitId: randomUUID(),
  committeeId: randomUUID(),
  meetingId: randomUUID(),
  participantId: randomUUID(),
  trainingId: randomUUID(),
  recommendationId: randomUUID(),
  position: '0',
});
