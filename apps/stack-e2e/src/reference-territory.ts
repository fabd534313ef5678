import type { Client } from './client';

type Sources = { readonly reference: { readonly loaded: boolean } };
type Listed = { readonly asOf: { readonly position: string } };

/** Waits until all of the reference territory is registered and listed: from then on nothing moves by itself. */
export const wholeTerritory = async (client: Client): Promise<void> => {
  let before = '';
  for (;;) {
    const { body: sources } = await client.get<Sources>('auditor', '/v1/territories/sources');
    const { body } = await client.get<Listed>('auditor', '/v1/territories?limit=1');
    if (sources.reference.loaded && body.asOf.position === before) return;
    before = body.asOf.position;
  }
};
