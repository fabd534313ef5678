import { headerOf, said, SERVICE, type ServiceDeps } from '@benkan/doors';
import type { Handled } from '@benkan/event-store';
import {
  daysAfter,
  isUndelivered,
  recordDelivery,
  recordReminder,
  reminderDue,
  REMINDER_DAYS,
} from '@benkan/meetings-domain';
import type { awaitedRecommendations, RecommendationView } from '@benkan/meetings-read-model';
import { derivedId } from '@benkan/messaging';
import type { Notifier } from '@benkan/notifier';
import { recommendations } from '../../aggregates';
import { noticeOf, type Reminded } from './notice';

type Batch = Parameters<typeof awaitedRecommendations>[1];

export type Reminding = Pick<ServiceDeps, 'handle' | 'current' | 'vault' | 'log' | 'now' | 'clock'> & {
  /** What is due by a day with nothing claimed or closed, batch after batch. */
  readonly awaited: (batch: Batch) => Promise<readonly RecommendationView[]>;
  readonly notifier: Notifier;
};

const BATCH = 200;

/** The same command, whoever says it and how often. */
const commandOf = (deed: string, { recommendationId, kind, dueOn }: Reminded, at: string) => {
  const commandId = derivedId(deed, recommendationId, `${kind} ${dueOn}`);
  return {
    ...{ principal: SERVICE, role: 'system' as const, territory: null, at },
    ...{ commandId, correlationId: commandId, causationId: commandId },
  };
};

const isDelivered = ({ history }: RecommendationView, { kind, dueOn }: Reminded): boolean =>
  history.some(
    ({ step, reminder, dueOn: of }) => step === 'REMINDER_DELIVERED' && reminder === kind && of === dueOn,
  );

/** The reminder of a recommendation that still needs something done, as far as the view knows. */
const dueOf = (view: RecommendationView, today: string): Reminded | undefined => {
  const { id, theme, dueOn, answeredOn } = view;
  const kind = reminderDue({ dueOn, answered: answeredOn !== null }, today);
  if (kind === undefined || dueOn === null) return undefined;
  const reminded = { recommendationId: id, theme, kind, dueOn };
  return isDelivered(view, reminded) ? undefined : reminded;
};

const failed = (told: Handled): boolean => told.kind !== 'recorded';

const record = ({ handle, vault }: Reminding, reminded: Reminded, at: string): Promise<Handled> => {
  const { recommendationId, kind, dueOn } = reminded;
  const [data, asked] = [{ recommendationId, kind, dueOn }, commandOf('reminder', reminded, at)];
  return handle({
    aggregate: recommendations,
    id: recommendationId,
    header: headerOf(asked, vault, data),
    decide: (state) => recordReminder(said(asked, vault, data), state),
  });
};

const recordDelivered = (
  { handle, vault, notifier: { channel } }: Reminding,
  reminded: Reminded,
  at: string,
): Promise<Handled> => {
  const { recommendationId, kind, dueOn } = reminded;
  const asked = commandOf('reminder-delivery', reminded, at);
  const data = { recommendationId, kind, dueOn, channel };
  return handle({
    aggregate: recommendations,
    id: recommendationId,
    // which way it went first is told by whoever is heard first
    header: headerOf(asked, vault, { recommendationId, kind, dueOn }),
    decide: (state) => recordDelivery(said(asked, vault, data), state),
  });
};

/** Recorded first, then delivered, then told as delivered: a crash in between repeats a delivery, never a fact. */
const remindOf = async (reminding: Reminding, reminded: Reminded): Promise<void> => {
  const { current, log, now, notifier } = reminding;
  const { recommendationId, kind } = reminded;
  const at = now().toISOString();
  if (failed(await record(reminding, reminded, at)))
    return log.warn('a reminder waits', { recommendationId, kind, reason: 'store' });
  const { state } = await current(recommendations, recommendationId);
  if (!isUndelivered(state, reminded, at.slice(0, 10))) return;
  const { commandId } = commandOf('reminder', reminded, at);
  const outcome = await notifier.notify(noticeOf(commandId, reminded));
  if (outcome.kind !== 'delivered')
    return log.warn('a reminder was not delivered', {
      recommendationId,
      kind,
      outcome: outcome.kind,
      reason: outcome.reason,
    });
  if (failed(await recordDelivered(reminding, reminded, at)))
    log.warn('a reminder will be delivered again', { recommendationId, kind });
};

/** Every recommendation whose reminder may be due, batch after batch. */
async function* awaitedBy({ awaited }: Reminding, by: string): AsyncGenerator<RecommendationView> {
  let after: string | undefined;
  do {
    const views = await awaited({ by, after, most: BATCH });
    yield* views;
    after = views.length < BATCH ? undefined : views.at(-1)?.id;
  } while (after !== undefined);
}

/** Reminds of everything due soon, overdue or unanswered today; what could not be done is done the next time. */
export const remind = async (reminding: Reminding, isStopped: () => boolean = () => false): Promise<void> => {
  const { clock, now } = reminding;
  if (clock.behind() !== undefined) return;
  const today = now().toISOString().slice(0, 10);
  for await (const view of awaitedBy(reminding, daysAfter(today, REMINDER_DAYS))) {
    if (isStopped()) return;
    const reminded = dueOf(view, today);
    if (reminded !== undefined) await remindOf(reminding, reminded);
  }
};
