import { setTimeout as pause } from 'node:timers/promises';
import type { Client, ImportReport } from './client';

const EVERY_MS = 200;
const LANES = 8;

/** The report of an import once it is over; throws when its progress ever goes back. */
export const finishedImport = async (client: Client, role: string, id: string): Promise<ImportReport> => {
  for (let done = 0; ;) {
    const { body } = await client.get<ImportReport>(role, `/v1/imports/${id}?limit=1`);
    if (body.progress.done < done) throw new Error(`${body.progress.done} rows after ${done}`);
    done = body.progress.done;
    if (body.status === 'COMPLETED' || body.status === 'REJECTED') return body;
    await pause(EVERY_MS);
  }
};

/** Every item of a list that is read by pages, true at a position at least. */
export const everyPage = async <Item>(
  client: Client,
  role: string,
  path: string,
  atLeast: string,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (let after = ''; ;) {
    const { status, body } = await client.get<{ items: readonly Item[]; next?: string }>(
      role,
      `${path}${after}`,
      { 'Benkan-At-Least': atLeast },
    );
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    items.push(...body.items);
    if (body.next === undefined) return items;
    after = `&after=${body.next}`;
  }
};

/** Does something with every item, a few at a time. */
export const inLanes = async <Item>(
  items: readonly Item[],
  one: (item: Item) => Promise<void>,
): Promise<void> => {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await one(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};
