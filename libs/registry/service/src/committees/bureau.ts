import { said } from '@benkan/doors';
import {
  closeWorkingCommission as closeContract,
  createWorkingCommission as createContract,
  endBureauRole as endContract,
  nameBureauMember as nameContract,
} from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import {
  closeWorkingCommission,
  createWorkingCommission,
  endBureauRole,
  nameBureauMember,
} from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeDoor } from './committee-door';

/** registry.name-bureau-member */
export const nameBureauMemberDoor = (context: RegistryContext) =>
  committeeDoor(context, nameContract, (asked) => ({
    data: asked.body,
    on: asked.body.since,
    decide: (state) => nameBureauMember(said(asked, context.vault, asked.body), state),
  }));

/** registry.end-bureau-role */
export const endBureauRoleDoor = (context: RegistryContext) =>
  committeeDoor(context, endContract, (asked) => ({
    data: asked.body,
    on: asked.body.endedOn,
    decide: (state) => endBureauRole(said(asked, context.vault, asked.body), state),
  }));

/** registry.create-working-commission */
export const createWorkingCommissionDoor = (context: RegistryContext) =>
  committeeDoor(context, createContract, (asked, texts) => {
    const { commissionId: given, theme, ...body } = asked.body;
    const commissionId = given ?? derivedId('working-commission', asked.commandId);
    const data = { ...body, commissionId, theme: texts.text('theme', theme) };
    return {
      data,
      on: body.createdOn,
      decide: (state) => createWorkingCommission(said(asked, context.vault, data), state),
      extra: () => ({ commissionId }),
    };
  });

/** registry.close-working-commission */
export const closeWorkingCommissionDoor = (context: RegistryContext) =>
  committeeDoor(context, closeContract, (asked) => ({
    data: asked.body,
    on: asked.body.closedOn,
    decide: (state) => closeWorkingCommission(said(asked, context.vault, asked.body), state),
  }));
