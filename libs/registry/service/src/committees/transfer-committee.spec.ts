import { randomUUID } from 'node:crypto';
import { commandHandler, holderOf, inMemoryStore, type EventStore } from '@benkan/event-store';
import { inMemoryVault } from '@benkan/vault';
import type { Asked, Door, Told } from '@benkan/doors';
import type { RegistryContext } from '../context';
import { establishCommitteeDoor } from './establish-committee';
import { transferCommitteeDoor } from './transfer-committee';
import { committeeKey } from './unit-reservation';

// waits end at once
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const AWAY = { kind: 'unknown', detail: 'cut' } as const;
const [from, to, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
const level = 'COMMUNE' as const;

/** A store whose link is cut from the n-th append on, until it is mended. */
const cutting = (store: EventStore) => {
  let left = Number.POSITIVE_INFINITY;
  const append: EventStore['append'] = async (...said) => {
    left -= 1;
    return left < 0 ? AWAY : store.append(...said);
  };
  return {
    store: { ...store, append },
    cutAfter: (appends: number) => (left = appends),
    mend: () => (left = Number.POSITIVE_INFINITY),
  };
};

const roomOf = () => {
  const link = cutting(inMemoryStore());
  const vault = inMemoryVault();
  const { handle, current } = commandHandler({ store: link.store });
  // the doors under test look at nothing else
  const context = {
    ...{ store: link.store, handle, current, vault },
    unitKnown: async () => true,
  } as unknown as RegistryContext;
  const asked = (body: object, commandId = randomUUID()) =>
    ({
      ...{ body, commandId, requestId: commandId, correlationId: commandId, causationId: commandId },
      ...{ role: 'national', territory: null, unitIds: undefined, at: '2025-01-10T08:00:00.000Z' },
      principal: { issuer: 'idp', subject: 's', roles: [{ role: 'national', territory: null }] },
      ...{ traceparent: '', deadline: Number.MAX_SAFE_INTEGER },
    }) as unknown as Asked<never>;
  const tell = async (door: Door, said: Asked<never>): Promise<Told | string> => {
    if (!('tell' in door)) throw new Error('a query');
    return door.tell(said).catch((error: unknown) => String(error));
  };
  const establish = (unitId: string) =>
    tell(
      establishCommitteeDoor(context),
      asked({ unitId, level, name: 'CCS-C', legalAct: 'Décret', frequency: 'UNKNOWN' }),
    );
  const moving = (committeeId: string, unitId: string, transferredOn = '2025-01-01') =>
    asked({ committeeId, unitId, transferredOn, legalAct: 'Loi' });
  return {
    ...{ link, establish, moving },
    transfer: (said: Asked<never>) => tell(transferCommitteeDoor(context), said),
    holder: (unitId: string) => holderOf(link.store, committeeKey(vault, { unitId, level })),
  };
};

const idOf = (told: Told | string): string => {
  if (typeof told === 'string' || told.kind !== 'recorded') throw new Error(JSON.stringify(told));
  return told.id;
};

describe('registry.transfer-committee', () => {
  it('takes the new unit and leaves the old one, once', async () => {
    const { establish, transfer, moving, holder } = roomOf();
    const id = idOf(await establish(from));
    const said = moving(id, to);
    expect(await transfer(said)).toMatchObject({ kind: 'recorded', changed: true });
    expect(await transfer(said)).toMatchObject({ kind: 'recorded', revision: 1n });
    expect(await transfer(moving(id, to))).toMatchObject({ kind: 'recorded', changed: false });
    expect([await holder(from), await holder(to)]).toEqual([undefined, id]);
    expect(idOf(await establish(from))).not.toBe(id);
  });

  it.each([0, 1, 2])('cut off after %s appends, it is completed by the same command', async (appends) => {
    const { link, establish, transfer, moving, holder } = roomOf();
    const id = idOf(await establish(from));
    const said = moving(id, to);
    link.cutAfter(appends);
    const cut = await transfer(said);
    expect(typeof cut === 'string' || cut.kind === 'fault').toBe(true);
    link.mend();
    // whatever stands, no unit the committee may be in was given away
    expect([await holder(from), await holder(to)]).toContain(id);
    expect(await transfer(said)).toMatchObject({ kind: 'recorded', revision: 1n });
    expect([await holder(from), await holder(to)]).toEqual([undefined, id]);
  });

  it('is completed by the same words under another key too', async () => {
    const { link, establish, transfer, moving, holder } = roomOf();
    const id = idOf(await establish(from));
    link.cutAfter(2);
    await transfer(moving(id, to));
    link.mend();
    expect(await transfer(moving(id, to))).toMatchObject({ kind: 'recorded', changed: false });
    expect([await holder(from), await holder(to)]).toEqual([undefined, id]);
  });

  it('moves nothing where the unit has its committee', async () => {
    const { establish, transfer, moving, holder } = roomOf();
    const [id, other] = [idOf(await establish(from)), idOf(await establish(to))];
    expect(await transfer(moving(id, to))).toMatchObject({ kind: 'refused', code: 'unit-has-a-committee' });
    expect([await holder(from), await holder(to)]).toEqual([id, other]);
  });

  it('reserves nothing for what cannot be', async () => {
    const { establish, transfer, moving, holder } = roomOf();
    const id = idOf(await establish(from));
    expect(await transfer(moving(id, to, '2025-01-11'))).toMatchObject({ code: 'in-the-future' });
    expect(await transfer(moving(randomUUID(), to))).toMatchObject({ code: 'committee-unknown' });
    expect([await holder(from), await holder(to)]).toEqual([id, undefined]);
  });

  it('lets one of two committees that want the same unit have it, and both keep one', async () => {
    const { establish, transfer, moving, holder } = roomOf();
    const ids = [idOf(await establish(from)), idOf(await establish(elsewhere))] as const;
    const told = await Promise.all(ids.map((id) => transfer(moving(id, to))));
    const kinds = told.map((each) => (typeof each === 'string' ? each : each.kind)).sort();
    expect(kinds).toEqual(['recorded', 'refused']);
    const held = [await holder(from), await holder(elsewhere), await holder(to)];
    expect(held.filter((one) => one !== undefined).sort()).toEqual([...ids].sort());
  });

  it('comes back to a unit it left', async () => {
    const { establish, transfer, moving, holder } = roomOf();
    const id = idOf(await establish(from));
    const there = moving(id, to);
    await transfer(there);
    expect(await transfer(moving(id, from, '2025-01-05'))).toMatchObject({ changed: true });
    expect(await transfer(there)).toMatchObject({ kind: 'recorded', revision: 1n });
    expect([await holder(from), await holder(to)]).toEqual([id, undefined]);
  });
});
