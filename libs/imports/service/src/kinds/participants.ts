import { registerParticipant } from '@benkan/contracts/registry';
import type { ParticipantRow } from '@benkan/imports-domain';
import type { Kind } from './kind';
import { personOf } from './person';
import { failed, trouble, type Done } from './step';

/** A list of people. */
export const participants: Kind<'participants'> = {
  needs: registerParticipant.name,
  width: 8,
  open: async (working) => {
    const row = async (values: ParticipantRow, key: string): Promise<Done> => {
      const place = await working.places.place(values.communeCode);
      if (place === undefined) return failed(trouble('unknown-commune', 'Code commune', values.communeCode));
      return (await personOf(working, { unitId: place.unitId, key }, values)).done;
    };
    return { kind: 'opened', troubles: [], row };
  },
};
