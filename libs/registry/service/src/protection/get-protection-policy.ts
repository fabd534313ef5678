import { queryDoor, unknownResource } from '@benkan/doors';
import { getProtectionPolicy } from '@benkan/contracts/registry';
import { dayOf } from '@benkan/kernel';
import { modeOn, standing } from '@benkan/registry-domain';
import { protections } from '../aggregates';
import type { RegistryContext } from '../context';
import { committeeKnown } from './protection-door';

/** registry.get-protection-policy: from the policy's own events, so that a caller may decide on it. */
export const getProtectionPolicyDoor = (context: RegistryContext) =>
  queryDoor(getProtectionPolicy, async ({ body, role, at }) => {
    const { committeeId } = body;
    if (!(await committeeKnown(context, committeeId))) throw unknownResource();
    const { state, revision } = await context.current(protections, committeeId);
    const today = dayOf(at);
    const on = body.on ?? today;
    const assessment = standing(state.assessments);
    // why people are in danger is secret: one role reads it
    const mayRead = role === 'protection-officer';
    const exports = [...state.exports.values()];
    const sealed = [
      ...state.modes.map(({ reason }) => reason),
      ...exports.map(({ recipient }) => recipient),
      ...(assessment ? [assessment.reasons] : []),
    ];
    const textOf = await context.texts(mayRead ? sealed : []);
    return {
      ...{ committeeId, on, mode: modeOn(state, on), assessed: assessment !== undefined },
      risk: assessment
        ? {
            level: assessment.level,
            assessedOn: assessment.assessedOn,
            reviewOn: assessment.reviewOn,
            reviewDue: assessment.reviewOn <= today,
            reasons: mayRead ? textOf(assessment.reasons) : null,
          }
        : null,
      modes: state.modes.map(({ mode, since, setOn, reason }) => ({
        ...{ mode, since, setOn, reason: mayRead ? textOf(reason) : null },
      })),
      exports: exports.map(({ exportId: id, purpose, recipient, expiresOn, authorisedBy }) => ({
        ...{ id, purpose, recipient: mayRead ? textOf(recipient) : null },
        ...{ expiresOn, authorised: authorisedBy !== null },
      })),
      revision: revision.toString(),
    };
  });
