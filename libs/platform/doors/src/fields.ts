type Fields = { readonly [name: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const stepInto = (value: unknown, step: string): readonly unknown[] => {
  if (step === '*') return Array.isArray(value) ? value : [];
  return isFields(value) && Object.hasOwn(value, step) ? [value[step]] : [];
};

/** The texts a path leads to, through objects and lists: `committeeId`, `seats.*.participantId`; null and absent are none. */
export const textsAt = (body: unknown, path: string): readonly string[] =>
  path
    .split('.')
    .reduce<readonly unknown[]>((found, step) => found.flatMap((value) => stepInto(value, step)), [body])
    .filter((value): value is string => typeof value === 'string');
