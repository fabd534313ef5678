import { said } from '@benkan/doors';
import {
  assessRisk as assessContract,
  setAttendanceMode as setModeContract,
} from '@benkan/contracts/registry';
import { assessRisk, setAttendanceMode } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { protectionDoor } from './protection-door';

/** registry.assess-risk */
export const assessRiskDoor = (context: RegistryContext) =>
  protectionDoor(context, assessContract, (asked, texts) => {
    const { reasons, ...body } = asked.body;
    const data = { ...body, reasons: texts.text('reasons', reasons) };
    return {
      data,
      on: body.assessedOn,
      decide: (state, committeeKnown) =>
        assessRisk(said(asked, context.vault, { ...data, committeeKnown }), state),
    };
  });

/** registry.set-attendance-mode */
export const setAttendanceModeDoor = (context: RegistryContext) =>
  protectionDoor(context, setModeContract, (asked, texts) => {
    const { reason, ...body } = asked.body;
    const data = { ...body, reason: texts.text('reason', reason) };
    return {
      data,
      // decided when it is said, whatever day it holds from
      on: null,
      decide: (state, committeeKnown) =>
        setAttendanceMode(said(asked, context.vault, { ...data, committeeKnown }), state),
    };
  });
