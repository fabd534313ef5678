import type { z } from 'zod';

export type SchemaProblem = { readonly pointer: string; readonly code: string; readonly detail: string };

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');
const pointerTo = (path: readonly PropertyKey[]): string => path.map((part) => `/${escaped(part)}`).join('');

/** JSON pointers and codes of everything a schema did not accept; never the value itself. */
export const problemsOf = (error: z.ZodError): readonly SchemaProblem[] =>
  error.issues.flatMap((issue): readonly SchemaProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key]),
        code: 'unknown-field',
        detail: 'unknown field',
      }));
    return [{ pointer: pointerTo(issue.path), code: issue.code.replaceAll('_', '-'), detail: issue.message }];
  });
