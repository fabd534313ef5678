const forbidden = /[\s\0]/;

const tokensAreSound = (tokens: readonly string[]): boolean =>
  tokens.every((token, index) => token !== '' && (token !== '>' || index === tokens.length - 1));

/** A subject that may be subscribed to: non-empty tokens between dots, `*` for one token, a final `>` for the rest. */
export const isSubject = (subject: string): boolean =>
  !forbidden.test(subject) && tokensAreSound(subject.split('.'));

/** A subject that names exactly one place: no wildcard token. */
export const isLiteral = (subject: string): boolean =>
  isSubject(subject) && !subject.split('.').some((token) => token === '*' || token === '>');

/** Whether a message published to `subject` is meant for a subscription to `pattern`. */
export const covers = (pattern: string, subject: string): boolean => {
  const wanted = pattern.split('.');
  const given = subject.split('.');
  const open = wanted.at(-1) === '>';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (open ? given.length < wanted.length : given.length !== wanted.length) return false;
  return fixed.every((token, index) => token === '*' || token === given[index]);
};
