import { said } from '@benkan/doors';
import {
  defineSeat as defineContract,
  endSeat as endContract,
  reviseSeat as reviseContract,
} from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { defineSeat, endSeat, reviseSeat } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeDoor } from './committee-door';

/** registry.define-seat */
export const defineSeatDoor = (context: RegistryContext) =>
  committeeDoor(context, defineContract, (asked, texts) => {
    const { seatId: given, label, ...body } = asked.body;
    const seatId = given ?? derivedId('seat', asked.commandId);
    const data = { ...body, seatId, label: texts.text('label', label) };
    return {
      data,
      on: body.definedOn,
      decide: (state) => defineSeat(said(asked, context.vault, data), state),
      extra: () => ({ seatId }),
    };
  });

/** registry.revise-seat */
export const reviseSeatDoor = (context: RegistryContext) =>
  committeeDoor(context, reviseContract, (asked, texts) => {
    const { label, reason, ...body } = asked.body;
    const data = { ...body, label: texts.text('label', label), reason: texts.text('reason', reason) };
    return {
      data,
      on: null,
      decide: (state) => reviseSeat(said(asked, context.vault, data), state),
    };
  });

/** registry.end-seat */
export const endSeatDoor = (context: RegistryContext) =>
  committeeDoor(context, endContract, (asked, texts) => {
    const { note, ...body } = asked.body;
    const data = { ...body, note: texts.maybe('note', note) };
    return {
      data,
      on: body.endedOn,
      decide: (state) => endSeat(said(asked, context.vault, data), state),
    };
  });
