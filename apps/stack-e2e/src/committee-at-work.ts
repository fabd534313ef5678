import type { CommandAnswer } from '@benkan/contracts';
import type { Answer, Client } from './client';

/** Says a command and answers with what was recorded; throws with the problem when it was not. */
export const recorded = async (
  client: Client,
  role: string,
  path: string,
  body: unknown,
): Promise<CommandAnswer & { readonly headers: Headers }> => {
  const answer: Answer<CommandAnswer> = await client.post<CommandAnswer>(role, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { ...answer.body, headers: answer.headers };
};

/** The unit with a place code, e.g. ML090101. */
export const unitOf = async (client: Client, code: string): Promise<string> => {
  const { body } = await client.get<{ items: readonly { id: string }[] }>(
    'auditor',
    `/v1/territories?code=${code}`,
  );
  const [unit] = body.items;
  if (unit === undefined) throw new Error(`no unit has the code ${code}`);
  return unit.id;
};

/** Establishes and installs the committee of a commune. */
export const installedCommittee = async (client: Client, communeCode: string) => {
  const unitId = await unitOf(client, communeCode);
  const { id: committeeId } = await recorded(client, 'national', '/v1/committees', {
    unitId,
    level: 'COMMUNE',
    name: `CCS-C ${communeCode}`,
    legalAct: 'Décret n°2019-0041/PM-RM',
    frequency: 'MONTHLY',
  });
  const installation = { installedOn: '2023-12-07' };
  await recorded(client, 'national', `/v1/committees/${committeeId}/installation`, installation);
  return { unitId, committeeId };
};

/** Convenes and holds a statutory meeting. */
export const heldMeeting = async (client: Client, committeeId: string, day: string): Promise<string> => {
  const { id } = await recorded(client, 'secretary', '/v1/meetings', {
    committeeId,
    meetingKind: 'STATUTORY',
    plannedOn: day,
    agenda: ['Suivi des recommandations'],
  });
  const holding = { heldOn: day, presidingCapacity: 'MAIRE' };
  await recorded(client, 'secretary', `/v1/meetings/${id}/holding`, holding);
  return id;
};

/** A participant as a sheet names one. */
export const participant = (unitId: string, code: string) => ({
  unitId,
  code,
  firstNames: 'Aïssata',
  lastName: 'Coulibaly',
  sex: 'F',
  ageBand: '25-29',
  structureKind: 'ORG_FEMMES',
  corps: null,
});
