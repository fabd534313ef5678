import { certificateSeal, type ErasureCertificate } from '@benkan/contracts/registry';
import { erasedPerson, isTombstone, ROOT_ID, type Vault, type VaultShelves } from '@benkan/vault';

const tombstoneOf = async ({ keys }: VaultShelves, ref: string): Promise<Date | undefined> => {
  const record = await keys.get(erasedPerson(ref, new Date(0))._id);
  return record !== undefined && isTombstone(record) ? record.erasedAt : undefined;
};

const cleanSinceOf = async ({ keys }: VaultShelves): Promise<Date | undefined> => {
  const root = await keys.get(ROOT_ID);
  return root === undefined || isTombstone(root) ? undefined : root.cleanSince;
};

type KeyRotation = ErasureCertificate['keyRotation'];

const claimedBy = ({ cleanSince }: KeyRotation): Date | undefined =>
  cleanSince === null ? undefined : new Date(cleanSince);

const keyFault = (ref: string, erasedAt: Date | undefined, rotation: KeyRotation): readonly string[] => {
  if (erasedAt === undefined) return [`le coffre n’a pas détruit les clés de ${ref}`];
  if (rotation.status === 'PENDING' || erasedAt < (claimedBy(rotation) ?? erasedAt)) return [];
  return [`les clés ont été remplacées avant l’effacement de ${ref}, pas après`];
};

const rotationFault = (known: Date | undefined, claimed: Date | undefined): readonly string[] =>
  claimed === undefined || (known !== undefined && known >= claimed)
    ? []
    : ['le coffre ne connaît pas la rotation des clés que dit le certificat'];

/** Whether every key the certificate says destroyed is. */
export const vaultFaults = async (
  shelves: VaultShelves,
  { participantId, duplicates, keyRotation }: ErasureCertificate,
): Promise<readonly string[]> => {
  const refs = [participantId, ...duplicates];
  const keys = await Promise.all(
    refs.map(async (ref) => keyFault(ref, await tombstoneOf(shelves, ref), keyRotation)),
  );
  return [...keys.flat(), ...rotationFault(await cleanSinceOf(shelves), claimedBy(keyRotation))];
};

/** Whether the seal is the vault's own over exactly these fields. */
export const sealFault = (
  vault: Pick<Vault, 'digest'>,
  { seal, ...certificate }: ErasureCertificate,
): readonly string[] =>
  certificateSeal(certificate, vault.digest) === seal
    ? []
    : ['le sceau n’est pas celui de ce coffre sur ce certificat'];

/** What is true of the keys now, whatever it was when the certificate was made. */
export const rotationLine = async (
  shelves: VaultShelves,
  { participantId, keyRotation }: ErasureCertificate,
): Promise<string> => {
  const [erasedAt, cleanSince] = await Promise.all([
    tombstoneOf(shelves, participantId),
    cleanSinceOf(shelves),
  ]);
  const done = erasedAt !== undefined && cleanSince !== undefined && erasedAt < cleanSince;
  if (!done)
    return 'Rotation des clés en attente : une ancienne sauvegarde et sa clé ouvriraient encore les données.';
  return keyRotation.status === 'DONE'
    ? 'Rotation des clés faite : aucune copie ne s’ouvre plus.'
    : 'Rotation des clés faite depuis l’émission de ce certificat : demandez-en un nouveau.';
};
