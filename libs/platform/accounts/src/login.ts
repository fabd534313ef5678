const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,63}$/u;

/** A login as it is compared; undefined when it is not one: 3 to 64 letters, digits, `.`, `_`, `@` or `-`. */
export const normalisedLogin = (typed: string): string | undefined => {
  const login = typed.trim().normalize('NFC').toLowerCase();
  return LOGIN.test(login) ? login : undefined;
};
