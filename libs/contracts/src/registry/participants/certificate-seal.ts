import type { ErasureCertificate } from './erasing';

type Unsealed = Omit<ErasureCertificate, 'seal'>;

/** The seal of a certificate: a keyed digest over every field, in a fixed order. */
export const certificateSeal = (
  certificate: Unsealed,
  digest: (purpose: string, text: string) => string,
): string => {
  const { keyRotation, duplicates, ...rest } = certificate;
  const fields = Object.entries({ ...rest, ...keyRotation, duplicates: duplicates.join(' ') });
  const told = fields.filter(([name]) => name !== 'seal').sort(([one], [other]) => (one < other ? -1 : 1));
  return digest('erasure-certificate', JSON.stringify(told));
};
