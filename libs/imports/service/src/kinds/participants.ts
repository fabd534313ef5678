import { registerParticipant } from '@benkan/contracts/registry';
import type { ParticipantRow } from '@benkan/imports-domain';
import type { Kind } from './kind';
import { registerPerson } from './person';
import { failed, stepper, trouble, type Done } from './step';

/** A list of people. */
export const participants: Kind<'participants'> = {
  needs: registerParticipant.name,
  width: 8,
  open: async ({ say, places }) => {
    const row = async (values: ParticipantRow, key: string): Promise<Done> => {
      const place = await places.place(values.communeCode);
      if (place === undefined) return failed(trouble('unknown-commune', 'Code commune', values.communeCode));
      const steps = stepper();
      steps.take(registerParticipant.name, await registerPerson(say, place.unitId, values, key));
      return steps.done();
    };
    return { kind: 'opened', troubles: [], row };
  },
};
