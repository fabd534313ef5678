import { said } from '@benkan/doors';
import { setTarget as setContract, withdrawTarget as withdrawContract } from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { setTarget, targetOf, withdrawTarget } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { projectDoor } from './project-door';

/** registry.set-target: another figure of the same period keeps the id of the first. */
export const setTargetDoor = (context: RegistryContext) =>
  projectDoor(context, setContract, (asked, texts) => {
    const { reason, ...body } = asked.body;
    const targetId = derivedId('target', asked.commandId);
    const data = { ...body, targetId, reason: texts.maybe('reason', reason) };
    return {
      data,
      on: null,
      decide: (state) => setTarget(said(asked, context.vault, data), state),
      extra: (state) => {
        if (state.status === 'unknown' || state.targets.has(targetId)) return { targetId };
        return { targetId: targetOf(state, body)?.targetId ?? targetId };
      },
    };
  });

/** registry.withdraw-target */
export const withdrawTargetDoor = (context: RegistryContext) =>
  projectDoor(context, withdrawContract, (asked, texts) => {
    const { reason, ...body } = asked.body;
    const data = { ...body, reason: texts.text('reason', reason) };
    return {
      data,
      on: null,
      decide: (state) => withdrawTarget(said(asked, context.vault, data), state),
    };
  });
