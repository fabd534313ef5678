import { said } from '@benkan/doors';
import {
  reactivateCommittee as reactivateContract,
  suspendCommittee as suspendContract,
} from '@benkan/contracts/registry';
import { reactivateCommittee, suspendCommittee } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeDoor } from './committee-door';

/** registry.suspend-committee */
export const suspendCommitteeDoor = (context: RegistryContext) =>
  committeeDoor(context, suspendContract, (asked, texts) => {
    const { note, ...body } = asked.body;
    const data = { ...body, note: texts.maybe('note', note) };
    return {
      data,
      on: body.since,
      decide: (state) => suspendCommittee(said(asked, context.vault, data), state),
    };
  });

/** registry.reactivate-committee */
export const reactivateCommitteeDoor = (context: RegistryContext) =>
  committeeDoor(context, reactivateContract, (asked, texts) => {
    const { note, ...body } = asked.body;
    const data = { ...body, note: texts.maybe('note', note) };
    return {
      data,
      on: body.since,
      decide: (state) => reactivateCommittee(said(asked, context.vault, data), state),
    };
  });
