export type * from './account';
export * from './administration';
export * from './sign-in';
export { normalisedLogin } from './login';
export { MIN_PASSWORD, MAX_PASSWORD, type WeakPassword } from './password-rules';
export { scryptPasswords, TooBusy, COST, type Cost, type Passwords } from './passwords';
