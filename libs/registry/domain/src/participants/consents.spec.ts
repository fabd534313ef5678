import fc from 'fast-check';
import { isWithdrawn, standingConsent, standingConsents, type Consent, type Consents } from './consents';

const day = fc.constantFrom('2024-11-01', '2024-11-02', '2024-11-03');
const consent: fc.Arbitrary<Consent> = fc.record({
  status: fc.constantFrom<Consent['status']>('GIVEN', 'WITHDRAWN'),
  channel: fc.constantFrom<Consent['channel']>('PAPER', 'ORAL', 'PHONE'),
  on: day,
});
const records: fc.Arbitrary<readonly Consents[]> = fc.array(
  fc.option(consent, { nil: undefined }).map((one): Consents => (one === undefined ? {} : { CONTACT: one })),
  { maxLength: 5 },
);
const said = (all: readonly Consents[]) =>
  all.flatMap(({ CONTACT }) => (CONTACT === undefined ? [] : [CONTACT]));

describe('what stands over all records of a person', () => {
  it('is the latest word, and in doubt the no', () =>
    fc.assert(
      fc.property(records, (all) => {
        const last = said(all)
          .map(({ on }) => on)
          .sort()
          .at(-1);
        const ofThatDay = said(all).filter(({ on }) => on === last);
        expect(isWithdrawn('CONTACT', all)).toBe(ofThatDay.some(({ status }) => status === 'WITHDRAWN'));
        expect(standingConsent('CONTACT', all)?.on).toBe(last);
      }),
    ));
  it('does not depend on the order of the records', () =>
    fc.assert(
      fc.property(records, (all) => {
        expect(isWithdrawn('CONTACT', [...all].reverse())).toBe(isWithdrawn('CONTACT', all));
      }),
    ));
  it('is listed once a purpose', () =>
    fc.assert(
      fc.property(records, (all) => {
        expect(standingConsents(all)).toHaveLength(said(all).length === 0 ? 0 : 1);
        expect(isWithdrawn('PARTNER_SHARING', all)).toBe(false);
      }),
    ));
});
