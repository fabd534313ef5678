import { notifierContract, type Received } from '@benkan/notifier/contract';
import { mailServer, type Answers, type Mail } from './mail-server.examples';
import { smtpNotifier } from './smtp-notifier';

const from = 'rappels@benkan.invalid';
const to = ['ccsc@benkan.invalid', 'crss@benkan.invalid'];
const notice = { id: '22222222-2222-5222-8222-222222222222', subject: 'Rappel', text: 'Une échéance.' };

/** `=?UTF-8?Q?…?=` as a person reads it. */
const subjectOf = (message: string): string => {
  const [, line = ''] = /^Subject: ((?:.*)(?:\r\n[ \t].*)*)/m.exec(message) ?? [];
  const whole = line.replace(/\r\n[ \t]/g, ' ');
  return whole.replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) => quoted(text.replace(/_/g, ' ')));
};
const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
const textOf = (message: string): string => {
  const body = message.slice(message.indexOf('\r\n\r\n') + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(message)) return Buffer.from(body, 'base64').toString();
  return quoted(body);
};
const read = ({ message }: Mail): Received => ({ subject: subjectOf(message), text: textOf(message) });

const opened = async (answers?: Answers) => {
  const server = await mailServer(answers);
  const notifier = smtpNotifier({ url: server.url, from, to, timeoutMs: 2_000 });
  return { server, notifier };
};

notifierContract('EMAIL', async () => {
  const { server, notifier } = await opened();
  return {
    ...{ notifier, close: server.close, leave: server.close },
    received: () => server.mails().map(read),
  };
});

describe('a notifier over SMTP', () => {
  const outcomeOf = async (answers?: Answers) => {
    const { server, notifier } = await opened(answers);
    const outcome = await notifier.notify(notice);
    await notifier.close();
    await server.close();
    return { outcome, mails: server.mails() };
  };

  it('writes to every mailbox, under one name a repeat can be known by', async () => {
    const { mails } = await outcomeOf();
    expect(mails.map((mail) => [mail.from, mail.to])).toEqual([[from, to]]);
    expect(mails[0]?.message).toContain(`Message-ID: <${notice.id}@benkan>`);
    expect(mails[0]?.message).toContain('Auto-Submitted: auto-generated');
  });

  it.each<[Answers, string, string]>([
    [{ END: '451 try later' }, 'unavailable', 'smtp-451'],
    [{ MAIL: '421 busy' }, 'unavailable', 'smtp-421'],
    [{ END: '554 no' }, 'refused', 'smtp-554'],
    [{ RCPT: '550 no such mailbox' }, 'refused', 'smtp-550'],
  ])('tells what may pass from what will not: %j', async (answers, kind, reason) => {
    const { outcome, mails } = await outcomeOf(answers);
    expect([outcome, mails]).toEqual([{ kind, reason }, []]);
  });
});
