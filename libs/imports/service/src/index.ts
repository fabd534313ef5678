export { openImports } from './open-imports';
