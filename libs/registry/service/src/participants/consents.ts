import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import {
  recordConsent as recordContract,
  withdrawConsent as withdrawContract,
} from '@benkan/contracts/registry';
import { recordConsent, withdrawConsent } from '@benkan/registry-domain';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';

const isErased = async ({ vault }: RegistryContext, participantId: string): Promise<boolean> =>
  (await vault.openPeople([participantId])).get(participantId)?.kind === 'erased';

/** registry.record-consent */
export const recordConsentDoor = (context: RegistryContext) =>
  commandDoor(recordContract, async (asked) => {
    const { vault, handle } = context;
    const { participantId, source, ...consent } = asked.body;
    const erased = await isErased(context, participantId);
    const texts = sealing(vault, asked.commandId);
    const data = { participantId, ...consent, source: texts.maybe('source', source) };
    const told = await handle({
      aggregate: participants,
      id: participantId,
      header: headerOf(asked, vault, data, consent.givenOn),
      decide: (state) => recordConsent(said(asked, vault, { ...data, erased }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: participantId };
  });

/** registry.withdraw-consent */
export const withdrawConsentDoor = (context: RegistryContext) =>
  commandDoor(withdrawContract, async (asked) => {
    const { vault, handle } = context;
    const { participantId } = asked.body;
    const erased = await isErased(context, participantId);
    const told = await handle({
      aggregate: participants,
      id: participantId,
      header: headerOf(asked, vault, asked.body, asked.body.withdrawnOn),
      decide: (state) => withdrawConsent(said(asked, vault, { ...asked.body, erased }), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: participantId };
  });
