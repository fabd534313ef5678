import { inMemoryVault } from './in-memory';
import { marksContract } from './marks.examples';

marksContract('the vault in memory', async () => inMemoryVault());
