import { LeaseLost, leaseKeeper, type Lease, type LeaseOptions } from './lease';
import { newMember, NOTHING, positionOf, unfoldedAmong, type Member } from './member';
import { backoff, turns } from './napping';
import { isAfter } from './position';
import { generationOf, type Projection } from './projection';
import { openSlice } from './slice';
import type { SliceRecord } from './slice-record';
import type { RecordedEvent } from '@benkan/event-store';
import type { ViewStore } from './view-store';

export type RosterOptions = {
  readonly views: ViewStore;
  readonly projections: readonly Projection[];
  readonly lease?: LeaseOptions;
  readonly onTrouble: (what: string, error: unknown) => void;
};

/** The slices of a service: which of them this process folds, and how far the others are. */
export const roster = ({ views, projections, lease: leaseOptions = {}, onTrouble }: RosterOptions) => {
  const { monotonic = () => performance.now() } = leaseOptions;
  const keeper = leaseKeeper(views, leaseOptions);
  const members = projections.map(newMember);
  const inTurn = turns();

  const records = async (): Promise<ReadonlyMap<string, SliceRecord>> => {
    const found = new Map((await views.slices()).map((record) => [record.slice, record]));
    const missing = members.filter(({ slice }) => !found.has(slice));
    if (missing.length === 0) return found;
    for (const { slice } of missing) await views.createSlice(slice);
    return records();
  };

  const look = async () => {
    const found = await records();
    for (const member of members) member.record = found.get(member.slice);
    keeper.observe([...found.values()]);
  };

  const takeFree = async () => {
    for (const member of members) {
      if (member.record === undefined || keeper.lease(member.slice) !== undefined) continue;
      const taken = await keeper.take(member.record);
      if (taken) member.record = { ...member.record, owner: keeper.owner, epoch: taken.epoch, wanted: null };
    }
  };

  const lookWhereOthersAre = async () => {
    const others = members.flatMap((member) =>
      member.opened === undefined && member.record !== undefined
        ? [{ member, generation: member.record.active }]
        : [],
    );
    if (others.length === 0) return;
    const nameOf = ({ member, generation }: (typeof others)[number]) =>
      generationOf(member.slice, generation);
    const found = await views.checkpoints(others.map(nameOf));
    for (const other of others) {
      const { member, generation } = other;
      const position = found.get(nameOf(other));
      if (generation !== member.lookedIn) member.looked = position;
      else if (position !== undefined && isAfter(position, member.looked)) member.looked = position;
      member.lookedIn = generation;
    }
  };

  const renewAll = async () => {
    if (keeper.renewalDue() && !(await keeper.renew())) await look();
  };

  const restAll = async () => {
    await Promise.all(
      members.map(async (member) => {
        await member.opened?.rest().catch((error: unknown) => failed(member, error));
      }),
    );
  };

  const close = (member: Member) => {
    member.looked = positionOf(member);
    member.lookedIn = member.opened?.generation ?? member.lookedIn;
    member.opened = undefined;
  };

  const failed = (member: Member, error: unknown, events: readonly RecordedEvent[] = []) => {
    const lost = error instanceof LeaseLost;
    onTrouble(lost ? 'lease' : member.slice, error);
    member.missed = unfoldedAmong(events, positionOf(member));
    if (lost) {
      keeper.forget(member.slice);
      return;
    }
    member.restsUntil = monotonic() + backoff(member.failures);
    member.failures += 1;
  };

  const handOver = async (member: Member) => {
    const { slice, opened, record } = member;
    await opened?.rest();
    close(member);
    await keeper.giveUp(slice, record?.wanted ?? null);
  };

  const isResting = ({ restsUntil }: Member): boolean => restsUntil > monotonic();

  const isWanted = ({ record }: Member): boolean =>
    record !== undefined && record.wanted !== null && record.wanted !== keeper.owner;

  const open = async (member: Member, lease: Lease, { active }: SliceRecord) => {
    const { projection } = member;
    member.opened ??= await openSlice({ projection, generation: active, views, lease });
  };

  const settleOne = async (member: Member) => {
    const { slice, opened, record } = member;
    const lease = keeper.lease(slice);
    if (opened?.lease.epoch !== lease?.epoch) close(member);
    if (lease === undefined || record === undefined || isResting(member)) return;
    await (isWanted(member) ? handOver(member) : open(member, lease, record));
  };

  const isSettled = (member: Member): boolean => {
    const lease = keeper.lease(member.slice);
    if (isWanted(member)) return lease === undefined;
    return member.opened?.lease.epoch === lease?.epoch;
  };

  return {
    members,
    ttlMs: keeper.ttlMs,
    /** Looks at the leases: renews ours, takes what is free, learns where the others are. */
    tend: () =>
      inTurn(async () => {
        await look();
        await renewAll();
        await takeFree();
        await restAll();
        await lookWhereOthersAre();
      }),
    lookWhereOthersAre,
    /** Between two runs: opens what has become ours, leaves what is ours no more. */
    settle: () =>
      inTurn(async () => {
        for (const member of members) await settleOne(member).catch((error) => failed(member, error));
      }),
    failed,
    folded: (member: Member) => {
      member.failures = 0;
      member.missed = NOTHING;
    },
    /** What can be folded now. */
    ready: (): readonly Member[] =>
      members.filter((member) => member.opened !== undefined && isSettled(member) && !isResting(member)),
    /** Whether others than those should be at work. */
    hasChanged: (running: readonly Member[]): boolean =>
      members.some(
        (member) =>
          !isResting(member) &&
          (!isSettled(member) || (member.opened !== undefined && !running.includes(member))),
      ),
    ownsAll: (): boolean => members.every(({ opened }) => opened !== undefined),
    /** Milliseconds until the next one has rested. */
    nextIn: (): number =>
      Math.min(...members.map(({ restsUntil }) => restsUntil - monotonic()).filter((wait) => wait > 0)),
    /** Keeps all positions and gives all leases up. */
    leave: () =>
      inTurn(async () => {
        await Promise.all(
          members.map(async (member) => {
            await member.opened?.rest().catch((error: unknown) => {
              if (!(error instanceof LeaseLost)) onTrouble('checkpoint', error);
            });
            close(member);
            await keeper.giveUp(member.slice).catch((error: unknown) => onTrouble('lease', error));
          }),
        );
      }),
  };
};

export type Roster = ReturnType<typeof roster>;
