import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { listMemberships as contract } from '@benkan/contracts/registry';
import { decodeCursor, encodeCursor, type BadCursor, type Page, type PageRequest } from '@benkan/projections';
import { satOn, type Membership } from '@benkan/registry-domain';
import { committees as aggregate } from '../aggregates';
import type { RegistryContext } from '../context';
import { membershipOf } from './shown';

const orderOf = ({ from, membershipId }: Membership): string => `${from} ${membershipId}`;

const pageOf = (
  found: readonly Membership[],
  { limit, after }: PageRequest,
): Page<Membership> | BadCursor => {
  const [mark] = after === undefined ? [''] : (decodeCursor(after, 1) ?? []);
  if (typeof mark !== 'string') return { kind: 'bad-cursor' };
  const rest = found
    .filter((one) => orderOf(one) > mark)
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const rows = rest.slice(0, limit);
  const last = rows.at(-1);
  if (rest.length <= limit || last === undefined) return { kind: 'page', rows };
  return { kind: 'page', rows, next: encodeCursor([orderOf(last)]) };
};

/** registry.list-memberships: from the committee's own events, oldest first. */
export const listMembershipsDoor = ({ current, texts }: RegistryContext) =>
  queryDoor(contract, async ({ body: { committeeId, seatId, on, ...request } }) => {
    const { state, position } = await current(aggregate, committeeId);
    if (state.status === 'unknown') throw unknownResource();
    const found = [...state.memberships.values()].filter(
      (one) => (seatId === undefined || one.seatId === seatId) && (on === undefined || satOn(one, on)),
    );
    const { rows, next } = rowsOf(pageOf(found, request));
    const textOf = await texts(rows.flatMap(({ legalAct, ended }) => [legalAct, ended?.note ?? null]));
    return pageAnswer(
      rows.map((row) => membershipOf(row, textOf)),
      next,
      position,
    );
  });
