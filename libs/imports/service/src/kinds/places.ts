import { listCommittees, listUnits } from '@benkan/contracts/registry';
import { listMeetings } from '@benkan/contracts/meetings';
import type { Ask, Because } from '@benkan/doors';
import type { EventStore } from '@benkan/event-store';
import type { Principal } from '@benkan/security';
import { derivedId } from '@benkan/messaging';

export type Place = { readonly unitId: string; readonly level: 'COMMUNE' | 'REGION' };
export type MeetingKind = 'STATUTORY' | 'EXTRAORDINARY' | 'EXTENDED';

const once = <Value>(find: (key: string) => Promise<Value>) => {
  const found = new Map<string, Promise<Value>>();
  return (key: string): Promise<Value> => {
    const known = found.get(key) ?? find(key);
    found.set(key, known);
    return known;
  };
};

/** Finds what a sheet names by code and day, as far as the importer may look. Waits for views to include all that was written before. */
export const placesOf = (
  ask: Ask,
  store: EventStore,
  principal: Principal & { readonly importId: string },
) => {
  const because = async (): Promise<Because> => {
    const head = await store.head();
    const soon = { correlationId: principal.importId, deadline: Date.now() + 10_000, principal };
    return head === undefined ? soon : { ...soon, atLeast: head.commit };
  };

  const place = once(async (code: string): Promise<Place | undefined> => {
    const page = await ask(listUnits, { code, limit: 2 }, await because());
    const [unit, other] = page?.items ?? [];
    if (unit === undefined || other !== undefined) return undefined;
    return {
      unitId: unit.id,
      level: unit.unitType === 'COMMUNE' || unit.unitType === 'ARRONDISSEMENT' ? 'COMMUNE' : 'REGION',
    };
  });

  const committeeOf = async ({ unitId, level }: Place): Promise<string | undefined> => {
    const page = await ask(listCommittees, { unitId, level, limit: 1 }, await because());
    return page?.items[0]?.id;
  };

  const meetingsOn = async (committeeId: string, day: string) => {
    const page = await ask(listMeetings, { committeeId, from: day, to: day, limit: 10 }, await because());
    return page?.items ?? [];
  };

  return {
    place,
    committee: once(async (code: string) => {
      const found = await place(code);
      return found && committeeOf(found);
    }),
    committeeOf,
    /** The meeting of that day and kind, or the id it will have. */
    meetingId: async (committeeId: string, day: string, kind: MeetingKind): Promise<string> => {
      const found = (await meetingsOn(committeeId, day)).find(({ meetingKind }) => meetingKind === kind);
      return found?.id ?? derivedId('meeting', committeeId, day, kind);
    },
    /** The held meetings of a committee on a day. */
    heldOn: async (committeeId: string, day: string): Promise<readonly string[]> =>
      (await meetingsOn(committeeId, day)).filter(({ status }) => status === 'HELD').map(({ id }) => id),
  };
};

export type Places = ReturnType<typeof placesOf>;
