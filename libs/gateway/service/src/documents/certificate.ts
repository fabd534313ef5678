import type { z } from 'zod';
import type { getCertificate, listCertificates } from '@benkan/contracts/training';
import type { Block, PrintedDocument, SignaturesBlock } from '@benkan/documents';
import { themesListed } from './training-words';
import { count, dayInFrench, daysInFrench, typeset } from './typography';
import { STATE_LINES } from './words';

export type Certificate = z.output<typeof getCertificate.response>;
export type Certificates = z.output<typeof listCertificates.response>;

/** Whose a certificate is, and what it is of. */
type Printed = Omit<Certificate, 'trainingId' | 'participantId'>;

/** What the code of a certificate holds: no address; `training.verify-certificate` answers to its number. */
export const certificateCodeOf = (code: string): string => `benkan:certificate:${code}`;

const nameOf = ({ firstNames, lastName }: Printed): string =>
  [firstNames, lastName].filter((part) => part !== null).join(' ') || 'Nom retiré';

const titleOf = (certificate: Printed): string => certificate.title ?? themesListed(certificate.themes);

/** A title this long says it all, in smaller letters: a certificate is one page. */
const LONG_TITLE = 150;
const isLong = (certificate: Printed): boolean => titleOf(certificate).length > LONG_TITLE;

const themesLine = (certificate: Printed): readonly Block[] => {
  const { title, themes } = certificate;
  if (title === null || isLong(certificate) || themes.length === 0) return [];
  return [paragraph(`Thèmes : ${themesListed(certificate.themes)}.`)];
};

const attendedOf = ({ daysPresent, days }: Printed): string =>
  `Présence constatée : ${count(daysPresent)} jour${daysPresent < 2 ? '' : 's'} sur ${count(days.length)}.`;

const issuerOf = ({ facilitators, unitName }: Printed): readonly string[] => {
  const organisations = facilitators.flatMap(({ organisation }) => organisation ?? []);
  const [first = 'Comités consultatifs de sécurité'] = organisations;
  return [first, unitName].map(typeset);
};

const signaturesOf = ({ facilitators }: Printed): SignaturesBlock => ({
  kind: 'signatures',
  boxes: [
    { role: 'Pour l’organisateur', name: null },
    { role: 'Pour l’équipe de facilitation', name: facilitators[0]?.name ?? null },
  ],
});

const paragraph = (text: string, style?: 'centred' | 'name' | 'prominent'): Block => ({
  ...{ kind: 'paragraph', text: typeset(text) },
  ...(style === undefined ? {} : { style }),
});

const subtitleOf = ({ code, status }: Printed): string =>
  status === 'VALID' ? `N°\u00a0${code}` : `N°\u00a0${code} – RETIRÉE, SANS VALEUR`;

/** One page of certificate. */
const pageOf = (certificate: Printed): readonly Block[] => {
  const days = [...certificate.days].sort();
  const [from = '', to = from] = [days[0], days.at(-1)];
  const { code, unitName, issuedOn } = certificate;
  return [
    {
      ...{ kind: 'title', issuer: issuerOf(certificate), state: [...STATE_LINES], facts: [] },
      ...{ title: 'ATTESTATION DE PARTICIPATION', subtitle: subtitleOf(certificate) },
      code: { value: certificateCodeOf(code), caption: `À vérifier : ${code}` },
    },
    paragraph('Il est attesté que', 'centred'),
    paragraph(nameOf(certificate), 'name'),
    paragraph('a participé à la formation', 'centred'),
    paragraph(`« ${titleOf(certificate)} »`, isLong(certificate) ? 'centred' : 'prominent'),
    paragraph(`${unitName}, ${daysInFrench(from, to)}`),
    ...themesLine(certificate),
    paragraph(`${attendedOf(certificate)} Délivrée le ${dayInFrench(issuedOn)}.`),
    signaturesOf(certificate),
  ];
};

const VERIFICATION =
  'Vérification : adresse de la plateforme, suivie de /v1/certificates/ et du numéro ; aucun nom n’y figure.';

/** All of them in one document, each on its page, on its side, framed. Numbers of pages would say nothing of one. */
const documentOf = (title: string, certificates: readonly Printed[], createdAt: string): PrintedDocument => ({
  ...{ title, language: 'fr', createdAt, orientation: 'landscape', framed: true },
  blocks: certificates.flatMap((certificate, index): readonly Block[] => [
    ...(index === 0 ? [] : [{ kind: 'page-break' as const }]),
    ...pageOf(certificate),
  ]),
  footer: { text: typeset(VERIFICATION), fingerprint: null, page: null },
});

export const certificateOf = (certificate: Certificate, createdAt: string): PrintedDocument =>
  documentOf(`Attestation ${certificate.code}`, [certificate], createdAt);

/** Those that are valid; where there is none, a page that says so. */
export const certificatesOf = (
  { certificates, ...training }: Certificates,
  createdAt: string,
): PrintedDocument => {
  const valid = certificates.filter(({ status }) => status === 'VALID');
  const all = documentOf(
    `Attestations de participation – ${training.unitName}`,
    valid.map((certificate) => ({ ...training, ...certificate })),
    createdAt,
  );
  const none = paragraph('Aucune attestation en vigueur.', 'prominent');
  return valid.length > 0 ? all : { ...all, blocks: [none] };
};
