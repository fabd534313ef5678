import { z } from 'zod';
import { logOnlyNotifier, type Notifier } from '@benkan/notifier';
import { smtpNotifier } from '@benkan/notifier-smtp';
import type { Log } from '@benkan/observability';

const mailbox = z.email('must be a mailbox');

const shape = {
  REMINDERS_EVERY_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .int()
    .min(1)
    .max(86_400)
    .default(3_600),
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:\/\//.test(text), 'must be a URL of smtp or smtps')
    .optional(),
  SMTP_FROM: mailbox.optional(),
  /** Mailboxes of offices, separated by commas. */
  REMINDERS_TO: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(mailbox).min(1))
    .optional(),
};

/** Where reminders go; nowhere but the log without a mail server. Durations are seconds. */
export type RemindersSettings = {
  readonly everySeconds: number;
  readonly smtp: { readonly url: string; readonly from: string; readonly to: readonly string[] } | undefined;
};

/** What the meetings service reads beside what every service reads. */
export const remindersEnvironment = z
  .object(shape)
  .refine(
    ({ SMTP_URL, SMTP_FROM, REMINDERS_TO }) =>
      SMTP_URL === undefined || (SMTP_FROM !== undefined && REMINDERS_TO !== undefined),
    { path: ['SMTP_URL'], message: 'needs SMTP_FROM and REMINDERS_TO beside it' },
  )
  .transform(
    ({ REMINDERS_EVERY_SECONDS, SMTP_URL, SMTP_FROM, REMINDERS_TO }): { reminders: RemindersSettings } => ({
      reminders: {
        everySeconds: REMINDERS_EVERY_SECONDS,
        smtp:
          SMTP_URL !== undefined && SMTP_FROM !== undefined && REMINDERS_TO !== undefined
            ? { url: SMTP_URL, from: SMTP_FROM, to: REMINDERS_TO }
            : undefined,
      },
    }),
  );

/** How often reminders are looked for, and the way they leave the house. */
export const openReminding = (
  { everySeconds, smtp }: RemindersSettings,
  log: Log,
): { readonly everyMs: number; readonly notifier: Notifier } => ({
  everyMs: everySeconds * 1_000,
  notifier: smtp === undefined ? logOnlyNotifier(log) : smtpNotifier(smtp),
});
