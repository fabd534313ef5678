import { said } from '@benkan/doors';
import { adoptRules as contract } from '@benkan/contracts/registry';
import { adoptRules } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeDoor } from './committee-door';

/** registry.adopt-rules */
export const adoptRulesDoor = (context: RegistryContext) =>
  committeeDoor(context, contract, (asked, texts) => {
    const { source, ...body } = asked.body;
    const data = { ...body, source: texts.maybe('source', source) };
    return {
      data,
      on: body.adoptedOn,
      decide: (state) => adoptRules(said(asked, context.vault, data), state),
    };
  });
