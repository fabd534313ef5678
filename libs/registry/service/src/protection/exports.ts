import { said } from '@benkan/doors';
import {
  authoriseNominativeExport as authoriseContract,
  requestNominativeExport as requestContract,
} from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { authoriseNominativeExport, requestNominativeExport } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { protectionDoor } from './protection-door';

/** registry.request-nominative-export */
export const requestNominativeExportDoor = (context: RegistryContext) =>
  protectionDoor(context, requestContract, (asked, texts) => {
    const { exportId: given, recipient, ...body } = asked.body;
    const exportId = given ?? derivedId('nominative-export', asked.commandId);
    const data = { ...body, exportId, recipient: texts.text('recipient', recipient) };
    return {
      data,
      on: null,
      decide: (state, committeeKnown) =>
        requestNominativeExport(said(asked, context.vault, { ...data, committeeKnown }), state),
      extra: { exportId },
    };
  });

/** registry.authorise-nominative-export */
export const authoriseNominativeExportDoor = (context: RegistryContext) =>
  protectionDoor(context, authoriseContract, (asked) => ({
    data: asked.body,
    on: null,
    decide: (state, committeeKnown) =>
      authoriseNominativeExport(said(asked, context.vault, { ...asked.body, committeeKnown }), state),
  }));
