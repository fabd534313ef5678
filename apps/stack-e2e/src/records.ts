import type { Client } from './client';
import { participant, recorded, unitOf } from './committee-at-work';

const LISTS = ['committees', 'participants', 'meetings', 'trainings', 'recommendations'] as const;

type Item = { readonly id: string; readonly revision: string };

/** Does something that must leave all records as they were, and answers with what came of it. */
export type ChangingNothing = <Result>(work: () => Promise<Result>) => Promise<Result>;

const listed = async (client: Client, list: string, position: string): Promise<readonly Item[]> => {
  const { body } = await client.get<{ items: readonly Item[]; next?: string }>(
    'auditor',
    `/v1/${list}?limit=200`,
    { 'Benkan-At-Least': position },
  );
  expect(body.next).toBeUndefined();
  return body.items;
};

/** Compares all records before and after, every view having heard of a witness written last. */
export const watchingRecords = async (client: Client): Promise<ChangingNothing> => {
  const person = participant(await unitOf(client, 'ML090106'), 'TEMOIN-1');
  const { id: witness } = await recorded(client, 'secretary', '/v1/participants', person);

  const everything = async () => {
    const reveal = { purpose: 'VERIFICATION' };
    const path = `/v1/participants/${witness}/reveals`;
    const { position } = await recorded(client, 'protection-officer', path, reveal);
    const items = await Promise.all(LISTS.map((list) => listed(client, list, position)));
    const revisions = items
      .flat()
      .filter(({ id }) => id !== witness)
      .map(({ id, revision }) => `${id}@${revision}`);
    return { position, revisions: revisions.sort() };
  };

  return async (work) => {
    const before = await everything();
    expect(await client.position(before.position)).toBe(before.position);
    const result = await work();
    expect(await client.position()).toBe(before.position);
    const after = await everything();
    expect(after.revisions).toEqual(before.revisions);
    return result;
  };
};
