export { openShelves, openVault, type OpenShelves, type VaultOptions, type VaultStores } from './open-vault';
export { loadKek, KekRefused, type KekFileProblem, type KekSource } from './load-kek';
export { kekFrom, type Kek, type Keyring } from '@benkan/vault';
