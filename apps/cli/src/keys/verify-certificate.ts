import { existsSync, readFileSync } from 'node:fs';
import { erasureCertificate, type ErasureCertificate } from '@benkan/contracts/registry';
import { CannotDo, type Run, type Said } from '../command';
import { withSource } from '../archive/source';
import { withStores } from '../stores';
import { historyFaults } from './certificate-history';
import { rotationLine, sealFault, vaultFaults } from './certificate-vault';
import { kekFileOf, withVault } from './opened-vault';

const parsed = (file: string): ErasureCertificate => {
  try {
    const { data } = erasureCertificate.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (data !== undefined) return data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new CannotDo(`${file} ne se lit pas`);
  }
  throw new CannotDo(`${file} n’est pas un certificat d’effacement de Benkan`);
};

const sealChecked = async (
  said: Said,
  urls: Parameters<typeof withVault>[0],
  certificate: ErasureCertificate,
) => {
  const file = kekFileOf(said);
  if (file === undefined || !existsSync(file))
    return ['sceau non vérifié : il faut la clé de chiffrement (--kek <fichier>)'];
  return withVault(urls, file, async (vault) => sealFault(vault, certificate));
};

export const runVerifyCertificate: Run = (said) => {
  const certificate = parsed(said.words[0] ?? '');
  return withStores<0 | 1>(said.config, (urls) =>
    withSource<0 | 1>(urls, async ({ store, shelves }) => {
      const faults = [
        ...(await historyFaults(store, certificate)),
        ...(await vaultFaults(shelves, certificate)),
        ...(await sealChecked(said, urls, certificate)),
      ];
      for (const fault of faults) said.say(`Ne tient pas : ${fault}`);
      if (faults.length > 0) return 1;
      said.say(
        `Certificat vérifié : la personne ${certificate.participantId} a été retirée le ${certificate.erasedOn}.`,
      );
      said.say(await rotationLine(shelves, certificate));
      return 0;
    }),
  );
};
