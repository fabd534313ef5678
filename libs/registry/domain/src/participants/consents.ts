import type { Fact, SealedText } from '@benkan/kernel';

export type ConsentPurpose = 'CONTACT' | 'VERIFICATION' | 'NOMINATIVE_EXPORT' | 'PARTNER_SHARING';
export type ConsentChannel = 'PAPER' | 'ORAL' | 'PHONE';

type Of<Data> = Data & {
  readonly participantId: string;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
};
export type ConsentRecorded = Fact<
  'consent-recorded',
  Of<{ readonly givenOn: string; readonly source: SealedText | null }>
>;
export type ConsentWithdrawn = Fact<'consent-withdrawn', Of<{ readonly withdrawnOn: string }>>;

/** What a person said last of one purpose. */
export type Consent = {
  readonly status: 'GIVEN' | 'WITHDRAWN';
  readonly channel: ConsentChannel;
  /** Day it was said, YYYY-MM-DD. */
  readonly on: string;
};
export type Consents = { readonly [Purpose in ConsentPurpose]?: Consent };

/** The consents after one more was given or withdrawn. */
export const consented = (consents: Consents, fact: ConsentRecorded | ConsentWithdrawn): Consents => {
  const { purpose, channel } = fact.data;
  const consent: Consent =
    fact.type === 'consent-recorded'
      ? { status: 'GIVEN', channel, on: fact.data.givenOn }
      : { status: 'WITHDRAWN', channel, on: fact.data.withdrawnOn };
  return { ...consents, [purpose]: consent };
};

// of the same day the withdrawal counts: in doubt nothing is shown
const later = (one: Consent, other: Consent): Consent => {
  if (one.on !== other.on) return one.on > other.on ? one : other;
  return one.status === 'WITHDRAWN' ? one : other;
};

/** What stands of one purpose over all records of a person; undefined when it was never spoken of. */
export const standingConsent = (purpose: ConsentPurpose, records: readonly Consents[]): Consent | undefined =>
  records
    .map((consents) => consents[purpose])
    .filter((consent) => consent !== undefined)
    .reduce<Consent | undefined>(
      (last, consent) => (last === undefined ? consent : later(last, consent)),
      undefined,
    );

/** Whether a person said no to a purpose, on whichever of their records. */
export const isWithdrawn = (purpose: ConsentPurpose, records: readonly Consents[]): boolean =>
  standingConsent(purpose, records)?.status === 'WITHDRAWN';

/** What stands of every purpose that was spoken of. */
export const standingConsents = (
  records: readonly Consents[],
): readonly (Consent & { readonly purpose: ConsentPurpose })[] => {
  const purposes = new Set(records.flatMap((consents) => Object.keys(consents) as ConsentPurpose[]));
  return [...purposes].sort().flatMap((purpose) => {
    const consent = standingConsent(purpose, records);
    return consent === undefined ? [] : [{ purpose, ...consent }];
  });
};
