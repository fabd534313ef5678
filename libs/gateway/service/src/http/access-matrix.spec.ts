import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  permissions,
  permits,
  placeOf,
  places,
  ROLES,
  type Contract,
  type Place,
  type Role,
} from '@benkan/contracts';
import * as analytics from '@benkan/contracts/analytics';
import * as imports from '@benkan/contracts/imports';
import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';
import * as training from '@benkan/contracts/training';
import { openDoor, territoryOf, trustedClock, type Asked, type Door, type Doorkeeper } from '@benkan/doors';
import { silentLog } from '@benkan/observability';
import { signedContexts } from '@benkan/security';
import { routes } from '../routes';
import { filled, withIds } from './access-matrix.examples';

const contracts: readonly Contract[] = [analytics, imports, meetings, registry, training].flatMap(
  ({ commands, queries }) => [...commands, ...queries],
);

const HERE = randomUUID();
const ELSEWHERE = randomUUID();
const INSIDE = randomUUID();
const OUTSIDE = randomUUID();
const UNKNOWN = randomUUID();
const unitOf = async (id: string) => ({ [INSIDE]: HERE, [OUTSIDE]: ELSEWHERE })[id];

const context = signedContexts({ key: randomBytes(32) });
const keeper: Doorkeeper = {
  context,
  log: silentLog,
  now: () => new Date('2026-03-01T08:00:00Z'),
  clock: trustedClock,
  waitFor: async () => true,
  territory: territoryOf({
    below: async (unitId) => [unitId],
    units: new Proxy({}, { get: () => unitOf }),
    now: () => new Date(),
  }),
};

/** A door that only tells that somebody came in, and what they may see. */
const openedBy = (contract: Contract) => {
  const inside: Asked<unknown>[] = [];
  const heard = async (asked: Asked<unknown>) => void inside.push(asked);
  const told = { kind: 'refused', code: 'let-in', id: INSIDE } as const;
  const door: Door =
    contract.kind === 'command'
      ? { contract, tell: async (asked) => (await heard(asked), told) }
      : { contract: { ...contract, response: z.unknown() }, answer: heard };
  return { door, inside };
};

type Grant = { readonly role: Role; readonly territory: string | null };

const ask = async (contract: Contract, grant: Grant, id: string, unitId: string) => {
  const { door, inside } = openedBy(contract);
  const body = withIds(filled(contract), placeOf(contract.name), { id, unitId });
  const reply = await openDoor(
    door,
    {
      ...{ v: 1, id: randomUUID(), name: contract.name, body, correlationId: 'c', deadline: 0 },
      context: context.sign({ issuer: 'i', subject: 's', roles: [grant] }, 60_000),
    },
    keeper,
  );
  return { came: inside[0], code: reply.kind === 'fault' ? reply.code : undefined };
};

/** What the table promises a role limited to a territory. */
const promised = (place: Place | undefined, inside: boolean): 'in' | readonly string[] => {
  if (place === undefined || place.kind === 'country') return ['forbidden'];
  if (place.kind !== 'at' || inside) return 'in';
  return ['unknown-resource', 'outside-your-territory'];
};

const titled = contracts.map((contract) => [contract.name, contract] as const);

describe('every wire name', () => {
  it.each(titled)('%s has its roles and its place', (name) => {
    expect(Object.hasOwn(permissions, name)).toBe(true);
    expect(Object.hasOwn(places, name)).toBe(true);
  });

  it('alone has a place', () => {
    const known = contracts.map(({ name }) => name);
    expect(Object.keys(places).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(routes.map(({ method, path, contract }) => [`${method} ${path}`, contract] as const))(
    '%s leads to a wire name of the table',
    (_path, { name }) => {
      expect(contracts.some((contract) => contract.name === name)).toBe(true);
      expect(placeOf(name)).toBeDefined();
    },
  );
});

describe.each(titled)('%s', (name, contract) => {
  const place = placeOf(name);

  it.each(ROLES)('%s, country-wide: the role decides alone', async (role) => {
    const { came, code } = await ask(contract, { role, territory: null }, UNKNOWN, ELSEWHERE);
    expect(came !== undefined).toBe(permits(name, [role]));
    expect(code).toBe(permits(name, [role]) ? undefined : 'forbidden');
  });

  it.each(ROLES)('%s of a territory: inside', async (role) => {
    const { came, code } = await ask(contract, { role, territory: HERE }, INSIDE, HERE);
    const expected = permits(name, [role]) ? promised(place, true) : ['forbidden'];
    if (expected === 'in') expect([came?.territory, code]).toEqual([HERE, undefined]);
    else expect([came, expected.includes(code ?? '')]).toEqual([undefined, true]);
  });

  it.each(ROLES)('%s of a territory: outside, and unknown alike', async (role) => {
    const grant = { role, territory: HERE };
    const expected = permits(name, [role]) ? promised(place, false) : ['forbidden'];
    const foreign = await ask(contract, grant, OUTSIDE, ELSEWHERE);
    const unknown = await ask(contract, grant, UNKNOWN, UNKNOWN);
    if (expected === 'in') expect(foreign.came).toBeDefined();
    else expect([foreign.came, expected.includes(foreign.code ?? '')]).toEqual([undefined, true]);
    expect(unknown.code).toBe(foreign.code);
  });

  it('shows a role of a territory that territory alone', async () => {
    const role = ROLES.find((each) => permits(name, [each]));
    if (place?.kind !== 'within' || role === undefined) return;
    const { came } = await ask(contract, { role, territory: HERE }, INSIDE, HERE);
    expect(came?.unitIds).toEqual([HERE]);
  });
});
