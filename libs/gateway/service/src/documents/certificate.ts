import type { PrintedDocument } from '@benkan/documents';
import { count, dayInFrench, daysInFrench, listed, typeset } from './typography';
import { PAGE_WORDS, STATE_LINES } from './words';

/** What a certificate of attendance says; days YYYY-MM-DD. */
export type Certificate = {
  /** Printed so that a certificate can be checked: letters, digits and dashes. */
  readonly number: string;
  readonly participant: string;
  readonly training: string;
  readonly themes: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly daysAttended: number;
  readonly daysHeld: number;
  readonly issuer: readonly string[];
  readonly signatories: readonly { readonly role: string; readonly name: string | null }[];
  readonly issuedOn: string;
  readonly issuedIn: string;
  readonly fingerprint: string | null;
};

const attendedOf = ({ daysAttended, daysHeld }: Certificate): string =>
  `Présence constatée : ${count(daysAttended)} jour${daysAttended < 2 ? '' : 's'} sur ${count(daysHeld)}.`;

const paragraph = (text: string, style?: 'centred' | 'name' | 'prominent') => ({
  ...{ kind: 'paragraph' as const, text: typeset(text) },
  ...(style === undefined ? {} : { style }),
});

/** A certificate of attendance: one page, on its side, framed. */
export const certificateOf = (certificate: Certificate, createdAt: string): PrintedDocument => {
  const { number, participant, training, themes, from, to, place, issuer, fingerprint } = certificate;
  const { issuedIn, issuedOn, signatories } = certificate;
  return {
    ...{ title: `Attestation ${number}`, language: 'fr', createdAt, orientation: 'landscape', framed: true },
    blocks: [
      {
        ...{ kind: 'title', issuer: issuer.map(typeset), state: [...STATE_LINES] },
        ...{ title: 'ATTESTATION DE PARTICIPATION', subtitle: `N°\u00a0${number}`, facts: [], code: null },
      },
      paragraph('Il est attesté que', 'centred'),
      paragraph(participant, 'name'),
      paragraph('a participé à la formation', 'centred'),
      paragraph(`« ${training} »`, 'prominent'),
      paragraph(`tenue à ${place} ${daysInFrench(from, to)}.`),
      ...(themes.length === 0 ? [] : [paragraph(`Thèmes : ${listed(themes)}.`)]),
      paragraph(attendedOf(certificate)),
      paragraph(`Fait à ${issuedIn}, le ${dayInFrench(issuedOn)}.`, 'centred'),
      { kind: 'signatures', boxes: signatories.map(({ role, name }) => ({ role: typeset(role), name })) },
    ],
    footer: {
      text: `Attestation ${number}`,
      fingerprint: fingerprint === null ? null : `Empreinte ${fingerprint}`,
      page: PAGE_WORDS,
    },
  };
};
