import type { z } from 'zod';
import { getActorMap, listActorMaps, listCommittees, listUnits } from '@benkan/contracts/registry';
import { getAttendance, getMeeting, listMeetings } from '@benkan/contracts/meetings';
import { getTraining } from '@benkan/contracts/training';
import type { Ask, Because } from '@benkan/doors';
import type { EventStore } from '@benkan/event-store';
import type { Principal } from '@benkan/security';
import { derivedId } from '@benkan/messaging';
import type { Vault } from '@benkan/vault';
import type { Remember } from '../jobs/job-shelf';
import { peopleOf } from './people';

export type Place = { readonly unitId: string; readonly level: 'COMMUNE' | 'REGION' };
/** An actor map with its actors and excluded groups, as it stands. */
export type ActorMapShown = z.infer<typeof getActorMap.response>;
export type MeetingShown = z.infer<typeof getMeeting.response>;
export type MeetingKind = 'STATUTORY' | 'EXTRAORDINARY' | 'EXTENDED';

type Looking = {
  readonly ask: Ask;
  readonly store: EventStore;
  readonly vault: Pick<Vault, 'openPeople'>;
  readonly remember: Remember;
};

const once = <Value>(find: (key: string) => Promise<Value>) => {
  const found = new Map<string, Promise<Value>>();
  return (key: string): Promise<Value> => {
    const known = found.get(key) ?? find(key);
    found.set(key, known);
    return known;
  };
};

/**
 * Finds what a sheet names by code and day, as far as the importer may look. Views are waited for up to what was written
 * before the first look: what an import adds itself has ids derived from what its rows say, so nothing need be found again.
 */
export const placesOf = (
  { ask, store, vault, remember }: Looking,
  principal: Principal & { readonly importId: string },
) => {
  let before: ReturnType<EventStore['head']> | undefined;
  const because = async (): Promise<Because> => {
    before ??= store.head();
    const head = await before;
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

  const actorMapOn = async (unitId: string, day: string): Promise<string | undefined> => {
    const page = await ask(listActorMaps, { unitId, limit: 200 }, await because());
    return page?.items.find(({ mappedOn, status }) => mappedOn === day && status !== 'ARCHIVED')?.id;
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
    /** The actor map of a commune and a day, from its own events. */
    actorMap: async (unitId: string, day: string): Promise<ActorMapShown | undefined> => {
      const actorMapId = await actorMapOn(unitId, day);
      return actorMapId === undefined ? undefined : ask(getActorMap, { actorMapId }, await because());
    },
    /** The meeting of that day and kind, or the id it will have. */
    meetingId: async (committeeId: string, day: string, kind: MeetingKind): Promise<string> => {
      const found = (await meetingsOn(committeeId, day)).find(({ meetingKind }) => meetingKind === kind);
      return found?.id ?? derivedId('meeting', committeeId, day, kind);
    },
    people: peopleOf({ ask, vault }, principal.importId, because),
    /** The meeting a sheet was printed for; undefined where it is unknown or lies outside. */
    meeting: async (meetingId: string) => ask(getMeeting, { meetingId }, await because()),
    /** The lines of a meeting that stood before this import. */
    linesBefore: (meetingId: string) =>
      remember(`lines ${meetingId}`, async () => {
        const sheet = await ask(getAttendance, { meetingId }, await because());
        return sheet?.lines ?? [];
      }),
    /** The signatures of a training that stood before this import. */
    signaturesBefore: (trainingId: string) =>
      remember(`signatures ${trainingId}`, async () => {
        const training = await ask(getTraining, { trainingId }, await because());
        return training?.attendance ?? [];
      }),
    /** The held meetings of a committee on a day. */
    heldOn: async (committeeId: string, day: string): Promise<readonly string[]> =>
      (await meetingsOn(committeeId, day)).filter(({ status }) => status === 'HELD').map(({ id }) => id),
  };
};

export type Places = ReturnType<typeof placesOf>;
