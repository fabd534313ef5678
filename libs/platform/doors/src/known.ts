import { placeOf, problemsOf } from '@benkan/contracts';
import { fault, type Reply, type Request } from '@benkan/messaging';
import type { ContextSigner, Principal } from '@benkan/security';
import type { AccessNotes, Denial } from './access-notes';
import { admission, grantsThatSay, type Admitted, type NotAdmitted } from './admission';
import type { Because } from './asking';
import type { Asked, Door } from './door';
import { textsAt } from './fields';
import type { Territory } from './territory';

/** A request that has its place in a trace. */
export type Traced = Request & { readonly traceparent: string };

/** Who is let in, and who hears of those who are not. */
export type Gatekeeper = {
  readonly context: ContextSigner;
  readonly now: () => Date;
  /** Tells inside from outside; without it only country-wide grants open. */
  readonly territory?: Territory;
  /** Hears of every caller who was sent away. */
  readonly notes?: AccessNotes;
};

export type Known = { readonly asked: Asked<never> } | { readonly no: Reply };

const asked = (
  request: Traced,
  principal: Principal,
  admitted: Admitted,
  at: string,
): Omit<Asked<unknown>, 'body'> => ({
  principal,
  ...admitted,
  at,
  requestId: request.id,
  commandId: request.commandId ?? request.id,
  correlationId: request.correlationId,
  causationId: request.causationId ?? request.commandId ?? request.id,
  traceparent: request.traceparent,
  deadline: request.deadline,
  ...(request.ifMatch === undefined ? {} : { ifMatch: BigInt(request.ifMatch) }),
});

const because = ({ correlationId, traceparent, deadline, atLeast }: Traced): Because => ({
  correlationId,
  traceparent,
  deadline,
  ...(atLeast === undefined ? {} : { atLeast: BigInt(atLeast) }),
});

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (text: string): boolean => ID.test(text);

/** The first thing a request names, for the record. */
const namedIn = (name: string, body: unknown): Pick<Denial, 'resourceId'> => {
  const place = placeOf(name);
  if (place?.kind !== 'at') return {};
  // what was not checked yet may be anything
  const [resourceId] = place.concerns.flatMap(({ field }) => textsAt(body, field)).filter(isId);
  return resourceId === undefined ? {} : { resourceId };
};

type Sent = { readonly name: string; readonly principal: Principal; readonly body: unknown };

const sentAway = ({ name, principal, body }: Sent, { no }: NotAdmitted, notes?: AccessNotes): Known => {
  const role = (grantsThatSay(name, principal)[0] ?? principal.roles[0])?.role;
  notes?.denied({ principal, name, outcome: no, ...(role && { role }), ...namedIn(name, body) });
  return { no: fault(no) };
};

/** Who are you, may you say this, what do you say, and does it lie inside. */
export const known = async (door: Door, request: Traced, keeper: Gatekeeper): Promise<Known> => {
  const { name } = door.contract;
  const principal = keeper.context.verify(request.context);
  if (principal === undefined) {
    keeper.notes?.denied({ name, outcome: 'unverified' });
    return { no: fault('forbidden') };
  }
  if (grantsThatSay(name, principal).length === 0)
    return sentAway({ name, principal, body: request.body }, { no: 'forbidden' }, keeper.notes);
  const parsed = door.contract.request.safeParse(request.body);
  if (!parsed.success)
    return { no: fault('malformed', 'the request does not follow its schema', problemsOf(parsed.error)) };
  const sent = { name, principal, body: parsed.data };
  const admitted = await admission({ ...sent, because: because(request) }, keeper.territory);
  if ('no' in admitted) return sentAway(sent, admitted, keeper.notes);
  const stamped = asked(request, principal, admitted, keeper.now().toISOString());
  return { asked: { ...stamped, body: parsed.data as never } };
};
