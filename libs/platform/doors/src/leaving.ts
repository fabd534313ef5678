import type { z } from 'zod';
import { problemsOf, type Contract, type SchemaProblem } from '@benkan/contracts';

/** What leaves, and what of it did not follow its schema: pointers and codes, never values. */
export type Leaving =
  | { readonly kind: 'leaves'; readonly data: unknown; readonly stripped: readonly SchemaProblem[] }
  | { readonly kind: 'stays'; readonly problems: readonly SchemaProblem[] };

type Fields = Record<PropertyKey, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (isFields(value) ? value[step] : undefined), root);

/** The same data without the fields its schema does not know. */
const stripped = (data: unknown, { issues }: z.ZodError): unknown => {
  const copy: unknown = structuredClone(data);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = at(copy, issue.path);
    if (isFields(holder)) for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  }
  return copy;
};

/** Data on its way out, held to a schema: surplus fields are left behind, what does not fit otherwise stays inside. */
export const leavingBy = (schema: z.ZodType, data: unknown): Leaving => {
  const first = schema.safeParse(data);
  if (first.success) return { kind: 'leaves', data: first.data, stripped: [] };
  const second = schema.safeParse(stripped(data, first.error));
  if (!second.success) return { kind: 'stays', problems: problemsOf(second.error) };
  return { kind: 'leaves', data: second.data, stripped: problemsOf(first.error) };
};

type Extra = Readonly<Record<string, unknown>>;

/** What the answer of a command may carry beside id, revision and position. */
export const extraOf = ({ answer }: Extract<Contract, { kind: 'command' }>, extra: Extra): Leaving => {
  if (answer !== undefined) return leavingBy(answer, extra);
  const surplus = Object.keys(extra).map((key) => ({
    pointer: `/${key}`,
    code: 'unknown-field',
    detail: 'unknown field',
  }));
  return { kind: 'leaves', data: {}, stripped: surplus };
};
