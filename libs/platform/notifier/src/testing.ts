import { SMS_CHARACTERS, type Notice, type NoticeChannel, type Notifier } from './notifier';

/** What reached the other side, as it reads it. */
export type Received = { readonly subject: string | null; readonly text: string };

export type NotifierUnderTest = {
  readonly notifier: Notifier;
  /** Everything that arrived, oldest first. */
  readonly received: () => readonly Received[];
  /** From now on the other side is away; resolves when it is. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const notice: Notice = {
  id: '0b8d6c1e-1f63-5c7e-9d0a-0d4f0a3f1c12',
  subject: 'Échéance dépassée',
  text: 'Une recommandation est sans réponse depuis le 31 décembre.\nVoir /v1/recommendations.',
};

const lines = (text: string): string => text.replace(/\s+/g, ' ').trim();

const long: Notice = { ...notice, text: 'Une recommandation est sans réponse. '.repeat(40) };

/** What every notifier must do. `open` answers one whose other side listens; the suite closes it. */
export const notifierContract = (channel: NoticeChannel, open: () => Promise<NotifierUnderTest>): void => {
  describe(`a notifier over ${channel}`, () => {
    let test: NotifierUnderTest;
    beforeEach(async () => {
      test = await open();
    });
    afterEach(async () => {
      await test.notifier.close();
      await test.close();
    });

    it('says how it delivers', () => expect(test.notifier.channel).toBe(channel));

    it('delivers a notice, accents and all', async () => {
      expect(await test.notifier.notify(notice)).toEqual({ kind: 'delivered' });
      const [arrived] = test.received();
      expect(lines(arrived?.text ?? '')).toBe(lines(notice.text));
      expect(arrived?.subject).toBe(channel === 'SMS' ? null : notice.subject);
    });

    it('delivers again what it is asked to again: whoever asks decides', async () => {
      await test.notifier.notify(notice);
      await test.notifier.notify(notice);
      expect(test.received()).toHaveLength(2);
    });

    it('never says that it delivered what the other side did not take', async () => {
      await test.leave();
      const outcome = await test.notifier.notify(notice);
      expect(outcome.kind).toBe('unavailable');
      expect(JSON.stringify(outcome)).not.toContain('@');
      expect(test.received()).toEqual([]);
    });

    it('sends a text message that a phone can hold', async () => {
      await test.notifier.notify(long);
      const [arrived] = test.received();
      expect(arrived).toBeDefined();
      if (channel === 'SMS') expect(arrived?.text.length).toBeLessThanOrEqual(SMS_CHARACTERS);
      else expect(lines(arrived?.text ?? '')).toBe(lines(long.text));
    });
  });
};
