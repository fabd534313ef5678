/** How a notice leaves the house; `LOG` tells operators only that it was due. */
export const NOTICE_CHANNELS = ['LOG', 'EMAIL', 'SMS'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** A few plain lines to whoever an operator named; no person is named in them. */
export type Notice = {
  /** The same each time this notice is tried: a receiver may know a repeat by it. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
};

/**
 * `delivered`: the next station has taken it. `unavailable`: worth trying again. `refused`: this notice will never be
 * taken. A reason is a code, never an address.
 */
export type Outcome =
  { readonly kind: 'delivered' } | { readonly kind: 'unavailable' | 'refused'; readonly reason: string };

/**
 * Delivers at least once: what was delivered may come again after a crash, what was not is never said to be.
 * `notify` never throws.
 */
export type Notifier = {
  readonly channel: NoticeChannel;
  readonly notify: (notice: Notice) => Promise<Outcome>;
  readonly close: () => Promise<void>;
};

/** Characters of a text message: three of those a phone puts together as one. */
export const SMS_CHARACTERS = 459;

/** What fits into a text message: the text without its subject, cut at a word. */
export const asTextMessage = ({ text }: Notice): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= SMS_CHARACTERS) return plain;
  const cut = plain.slice(0, SMS_CHARACTERS - 1);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
};
