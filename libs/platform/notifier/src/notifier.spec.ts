import { asTextMessage, logOnlyNotifier, SMS_CHARACTERS, type Notice, type Outcome } from '.';
import { notifierContract, type NotifierUnderTest, type Received } from './testing';

/** An operator of text messages, as small as one can be. */
const textMessages = (): NotifierUnderTest => {
  const received: Received[] = [];
  let away = false;
  const notify = (notice: Notice): Promise<Outcome> => {
    if (away) return Promise.resolve({ kind: 'unavailable', reason: 'away' });
    received.push({ subject: null, text: asTextMessage(notice) });
    return Promise.resolve({ kind: 'delivered' });
  };
  return {
    notifier: { channel: 'SMS', notify, close: () => Promise.resolve() },
    received: () => received,
    leave: () => {
      away = true;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
};

notifierContract('SMS', () => Promise.resolve(textMessages()));

describe('a text message', () => {
  const of = (text: string) => asTextMessage({ id: 'n', subject: 's', text });
  it('keeps a short text, on one line', () => expect(of(' un\n deux ')).toBe('un deux'));
  it('keeps a text that just fits', () =>
    expect(of('x'.repeat(SMS_CHARACTERS))).toBe('x'.repeat(SMS_CHARACTERS)));
  it('cuts a longer one at a word', () => {
    const cut = of('mot '.repeat(200));
    expect(cut.length).toBeLessThanOrEqual(SMS_CHARACTERS);
    expect(cut).toMatch(/ mot…$/);
  });
});

describe('a notifier that only tells the log', () => {
  it('says which notice was due and nothing it says', async () => {
    const told: unknown[] = [];
    const notifier = logOnlyNotifier({ info: (...line) => void told.push(line) });
    const notice = { id: '11111111', subject: 'Rappel de Awa', text: 'Appeler Awa au 70 00 00 01' };
    expect(await notifier.notify(notice)).toEqual({ kind: 'delivered' });
    expect(JSON.stringify(told)).toContain('11111111');
    expect(JSON.stringify(told)).not.toMatch(/Awa|70 00/);
    await notifier.close();
  });
});
