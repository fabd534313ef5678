import type { Participant } from './facts';

// usage of the partners: internal security forces are these three; civil protection is a choice
const forces = ['POLICE', 'GENDARMERIE', 'GARDE_NATIONALE'];
const withCivilProtection = [...forces, 'PROTECTION_CIVILE'];

/** Whether a participant belongs to the internal security forces, by corps or by structure. */
export const isSecurityForce = (
  { corps, structureKind }: Pick<Participant, 'corps' | 'structureKind'>,
  civilProtectionCounts: boolean,
): boolean => {
  const counted = civilProtectionCounts ? withCivilProtection : forces;
  return counted.includes(structureKind) || (corps !== null && counted.includes(corps));
};
