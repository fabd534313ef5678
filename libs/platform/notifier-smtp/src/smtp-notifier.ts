import { createTransport } from 'nodemailer';
import type { Notice, Notifier, Outcome } from '@benkan/notifier';

export type SmtpOptions = {
  /** `smtp://user:password@host:port`, or `smtps:`. */
  readonly url: string;
  readonly from: string;
  /** Mailboxes of offices, as an operator named them. */
  readonly to: readonly string[];
  /** Milliseconds for connecting, greeting and each answer. */
  readonly timeoutMs?: number;
};

// a server says with 5xx that it will never take this one
const isForGood = (error: unknown): boolean => {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'responseCode') : undefined;
  return typeof status === 'number' && status >= 500;
};

/** A code of the mail client, or the status; never what the server said, which quotes addresses. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const status: unknown = Reflect.get(error, 'responseCode');
  if (typeof status === 'number') return `smtp-${status}`;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : 'unknown';
};

/** Delivers over SMTP: once the server has taken a notice for one mailbox or more, it is delivered. */
export const smtpNotifier = ({ url, from, to, timeoutMs = 10_000 }: SmtpOptions): Notifier => {
  const transport = createTransport({
    url,
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });

  const notify = async ({ id, subject, text }: Notice): Promise<Outcome> => {
    try {
      await transport.sendMail({
        ...{ from, to: [...to], subject, text },
        // a mailbox that gets it twice can tell
        messageId: `<${id}@benkan>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'delivered' };
    } catch (error) {
      return { kind: isForGood(error) ? 'refused' : 'unavailable', reason: reasonOf(error) };
    }
  };

  return {
    channel: 'EMAIL',
    notify,
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
};
