import { said } from '@benkan/doors';
import {
  declarePresidencyVacant as vacantContract,
  designatePresident as designateContract,
} from '@benkan/contracts/registry';
import { declarePresidencyVacant, designatePresident } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeDoor } from './committee-door';
import { participantKnown } from './participant-known';

/** registry.designate-president */
export const designatePresidentDoor = (context: RegistryContext) =>
  committeeDoor(context, designateContract, async (asked, texts) => {
    const { legalAct, ...body } = asked.body;
    const data = { ...body, legalAct: texts.maybe('legalAct', legalAct) };
    const { participantId } = body;
    const known = participantId !== null && (await participantKnown(context.current, participantId));
    return {
      data,
      on: body.since,
      decide: (state) =>
        designatePresident(said(asked, context.vault, { ...data, participantKnown: known }), state),
    };
  });

/** registry.declare-presidency-vacant */
export const declarePresidencyVacantDoor = (context: RegistryContext) =>
  committeeDoor(context, vacantContract, (asked, texts) => {
    const { note, ...body } = asked.body;
    const data = { ...body, note: texts.maybe('note', note) };
    return {
      data,
      on: body.since,
      decide: (state) => declarePresidencyVacant(said(asked, context.vault, data), state),
    };
  });
