export { openDatabase, type OpenDatabase } from './open-database';
export { openShelves, openVault, type OpenShelves, type VaultOptions, type VaultStores } from './open-vault';
export { rotateKeys, type KeysRotated } from './rotate-keys';
export { RotationUnderWay } from './kek-file';
export { loadKek, loadKeks, KekRefused, type KekFileProblem, type KekSource } from './load-kek';
export { kekFrom, type Kek, type Keyring } from '@benkan/vault';
