import { said } from '@benkan/doors';
import {
  designateMember as designateContract,
  endMembership as endContract,
  replaceMember as replaceContract,
} from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { designateMember, endMembership, replaceMember, type Committee } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeDoor } from './committee-door';
import { participantKnown } from './participant-known';

type Named = { readonly membershipId: string; readonly participantId: string; readonly from: string };

// what was told before under another id keeps that id
const asRecorded =
  ({ membershipId, participantId, from }: Named) =>
  (state: Committee) => {
    const all = state.status === 'unknown' ? [] : [...state.memberships.values()];
    const known = all.some((one) => one.membershipId === membershipId);
    const same = all.find((one) => one.participantId === participantId && one.from === from);
    return { membershipId: known ? membershipId : (same?.membershipId ?? membershipId) };
  };

/** registry.designate-member */
export const designateMemberDoor = (context: RegistryContext) =>
  committeeDoor(context, designateContract, async (asked, texts) => {
    const { membershipId: given, legalAct, ...body } = asked.body;
    const membershipId = given ?? derivedId('membership', asked.commandId);
    const data = { ...body, membershipId, legalAct: texts.text('legalAct', legalAct) };
    const known = await participantKnown(context.current, body.participantId);
    return {
      data,
      on: body.from,
      decide: (state) =>
        designateMember(said(asked, context.vault, { ...data, participantKnown: known }), state),
      extra: asRecorded(data),
    };
  });

/** registry.replace-member */
export const replaceMemberDoor = (context: RegistryContext) =>
  committeeDoor(context, replaceContract, async (asked, texts) => {
    const { newMembershipId: given, legalAct, note, ...body } = asked.body;
    const newMembershipId = given ?? derivedId('membership', asked.commandId);
    const sealed = { legalAct: texts.text('legalAct', legalAct), note: texts.maybe('note', note) };
    const data = { ...body, newMembershipId, ...sealed };
    const known = await participantKnown(context.current, body.participantId);
    return {
      data,
      on: body.from,
      decide: (state) =>
        replaceMember(said(asked, context.vault, { ...data, participantKnown: known }), state),
      extra: asRecorded({ ...body, membershipId: newMembershipId }),
    };
  });

/** registry.end-membership */
export const endMembershipDoor = (context: RegistryContext) =>
  committeeDoor(context, endContract, (asked, texts) => {
    const { note, ...body } = asked.body;
    const data = { ...body, note: texts.maybe('note', note) };
    return {
      data,
      on: body.endedOn,
      decide: (state) => endMembership(said(asked, context.vault, data), state),
    };
  });
