import { SERVICE, headerOf, trustedClock } from '@benkan/doors';
import { commandHandler, inMemoryStore, streamOf, type EventStore } from '@benkan/event-store';
import { accept } from '@benkan/kernel';
import type { RecommendationFact } from '@benkan/meetings-domain';
import { recommendationsProjection, type RecommendationView } from '@benkan/meetings-read-model';
import type { Notice, Notifier, Outcome } from '@benkan/notifier';
import { replay } from '@benkan/testing';
import { inMemoryVault } from '@benkan/vault';
import { randomUUID } from 'node:crypto';
import { recommendations } from '../../aggregates';
import { remind, type Reminding } from './remind';

const text = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };
const ids = { meetingId: text.textRef, committeeId: text.textRef, unitId: text.textRef };

const issuedAs = (recommendationId: string, dueOn: string | null): RecommendationFact => ({
  type: 'recommendation-issued',
  data: {
    ...{ recommendationId, ...ids, theme: 'PATROUILLES', text, number: null, otherAddresseeReason: null },
    ...{ addressees: [{ type: 'EXECUTIF_LOCAL', name: text }], issuedOn: '2024-11-21', dueOn },
  },
});
const answered = (recommendationId: string): RecommendationFact => ({
  type: 'recommendation-answered',
  data: { recommendationId, addressee: 1, on: '2024-12-05', answer: 'ACCEPTED', text, corps: null },
});

const world = (today = '2025-01-02') => {
  const store = inMemoryStore();
  const vault = inMemoryVault();
  const notices: Notice[] = [];
  const told: unknown[] = [];
  let outcome: Outcome = { kind: 'delivered' };
  let onNotice: () => void = () => undefined;
  let day = today;
  const notifier: Notifier = {
    channel: 'EMAIL',
    notify: (notice) => {
      notices.push(notice);
      onNotice();
      return Promise.resolve(outcome);
    },
    close: () => Promise.resolve(),
  };
  const facts = async (id: string) => {
    const found: RecommendationFact[] = [];
    for await (const { type, data } of store.read(streamOf(recommendations, id)))
      found.push({ type, data } as RecommendationFact);
    return found;
  };
  const known: string[] = [];
  const views = async (): Promise<readonly RecommendationView[]> => {
    const all: RecommendationView[] = [];
    for (const id of known) {
      const events = (await facts(id)).map((fact, index) => ({
        ...{ ...fact, id: `event-${index}`, stream: id, revision: BigInt(index), actor: '' },
        ...{ position: { commit: BigInt(index), prepare: BigInt(index) }, at: `${day}T10:00:00.000Z` },
      }));
      all.push(...Object.values(replay(recommendationsProjection, events)));
    }
    return all;
  };
  /** An instance of the service over the same store. */
  const instance = (over: EventStore = store): Reminding => ({
    ...commandHandler({ store: over }),
    ...{ vault, notifier, clock: trustedClock, now: () => new Date(`${day}T10:00:00.000Z`) },
    log: {
      info: (...line) => void told.push(line),
      warn: (...line) => void told.push(line),
      error: (...line) => void told.push(line),
    },
    awaited: ({ after }) => (after === undefined ? views() : Promise.resolve([])),
  });
  const say = async (fact: RecommendationFact): Promise<void> => {
    const id = fact.data.recommendationId;
    if (!known.includes(id)) known.push(id);
    const commandId = randomUUID();
    const asked = {
      ...{ principal: SERVICE, role: 'system' as const, territory: null, at: `${day}T09:00:00.000Z` },
      ...{ commandId, correlationId: commandId, causationId: commandId },
    };
    const header = headerOf(asked, vault, fact);
    await commandHandler({ store }).handle({
      ...{ aggregate: recommendations, id, header },
      decide: () => accept(fact),
    });
  };
  const types = async (id: string) => (await facts(id)).map(({ type }) => type).slice(1);
  return {
    ...{ notices, told, instance, say, facts, types },
    becomes: (next: Outcome) => (outcome = next),
    whenNoticed: (work: () => void) => (onNotice = work),
    on: (next: string) => (day = next),
  };
};

const id = '22222222-2222-5222-8222-222222222222';

describe('reminding of recommendations', () => {
  it('records it, delivers it and tells that it left', async () => {
    const { instance, say, facts, notices } = world();
    await say(issuedAs(id, '2024-12-31'));
    await remind(instance());
    const reminder = { recommendationId: id, kind: 'UNANSWERED', dueOn: '2024-12-31', on: '2025-01-02' };
    expect((await facts(id)).slice(1)).toEqual([
      { type: 'reminder-recorded', data: reminder },
      { type: 'reminder-delivered', data: { ...reminder, channel: 'EMAIL' } },
    ]);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toContain('(patrouilles) a pour échéance le 31 décembre 2024');
    expect(notices[0]?.text).toContain(`/v1/recommendations/${id}`);
  });

  it('does it once, however often and from how many instances', async () => {
    const { instance, say, types, notices } = world();
    await say(issuedAs(id, '2024-12-31'));
    const [one, other] = [instance(), instance()];
    await Promise.all([remind(one), remind(other), remind(one)]);
    await remind(other);
    expect(await types(id)).toEqual(['reminder-recorded', 'reminder-delivered']);
    expect(new Set(notices.map((notice) => notice.id)).size).toBe(1);
  });

  it('reminds anew when another kind becomes due', async () => {
    const { instance, say, on, notices, facts } = world('2024-12-24');
    await say(issuedAs(id, '2024-12-31'));
    await remind(instance());
    on('2025-01-02');
    await remind(instance());
    await say(answered(id));
    await remind(instance());
    expect(notices.map(({ subject }) => subject)).toEqual([
      'Recommandation : échéance proche',
      'Recommandation : sans réponse, échéance dépassée',
      'Recommandation : échéance dépassée',
    ]);
    expect(await facts(id)).toHaveLength(8);
  });

  it('tries again what was not delivered, and says so without a person', async () => {
    const { instance, say, becomes, types, notices, told } = world();
    await say(issuedAs(id, '2024-12-31'));
    becomes({ kind: 'unavailable', reason: 'ECONNECTION' });
    await remind(instance());
    expect(await types(id)).toEqual(['reminder-recorded']);
    expect(JSON.stringify(told)).toContain('ECONNECTION');
    becomes({ kind: 'delivered' });
    await remind(instance());
    expect(await types(id)).toEqual(['reminder-recorded', 'reminder-delivered']);
    expect(notices.map((notice) => notice.id)).toEqual([notices[0]?.id, notices[0]?.id]);
  });

  it('doubles no fact when it dies between delivering and telling so: the delivery comes again', async () => {
    const { instance, say, types, notices, whenNoticed } = world();
    await say(issuedAs(id, '2024-12-31'));
    whenNoticed(() => {
      throw new Error('killed');
    });
    await expect(remind(instance())).rejects.toThrow('killed');
    whenNoticed(() => undefined);
    await remind(instance());
    await remind(instance());
    expect(await types(id)).toEqual(['reminder-recorded', 'reminder-delivered']);
    expect(notices).toHaveLength(2);
  });

  it('reminds of nothing without a date, too early, or while the clock is behind', async () => {
    const { instance, say, types, notices } = world('2024-12-20');
    await say(issuedAs(id, null));
    const other = '33333333-3333-5333-8333-333333333333';
    await say(issuedAs(other, '2024-12-28'));
    await remind(instance());
    const behind = { ...instance(), clock: { seen: () => undefined, behind: () => '2025-01-01' } };
    await say(issuedAs('44444444-4444-5444-8444-444444444444', '2024-12-01'));
    await remind(behind);
    await remind(instance(), () => true);
    expect([await types(id), await types(other), notices]).toEqual([[], [], []]);
  });
});
