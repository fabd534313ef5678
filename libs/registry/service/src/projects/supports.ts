import { said } from '@benkan/doors';
import { beginSupport as beginContract, endSupport as endContract } from '@benkan/contracts/registry';
import { beginSupport, endSupport, type SupportKind } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeKnown } from '../protection/protection-door';
import { projectDoor } from './project-door';

const named = (kind: SupportKind, supportedId: string | undefined) =>
  supportedId === undefined ? [] : [{ kind, supportedId }];

/** registry.begin-support */
export const beginSupportDoor = (context: RegistryContext) =>
  projectDoor(context, beginContract, async (asked) => {
    const { projectId, committeeId, unitId, since } = asked.body;
    const ids = [...named('COMMITTEE', committeeId), ...named('UNIT', unitId)];
    const known = ids.map(({ kind, supportedId }) =>
      kind === 'COMMITTEE' ? committeeKnown(context, supportedId) : context.unitKnown(supportedId),
    );
    const isKnown = (await Promise.all(known)).every(Boolean);
    const data = { projectId, since, named: ids, isKnown };
    return {
      data: asked.body,
      on: since,
      decide: (state) => beginSupport(said(asked, context.vault, data), state),
    };
  });

/** registry.end-support */
export const endSupportDoor = (context: RegistryContext) =>
  projectDoor(context, endContract, (asked) => ({
    data: asked.body,
    on: asked.body.endedOn,
    decide: (state) => endSupport(said(asked, context.vault, asked.body), state),
  }));
