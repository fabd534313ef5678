import type { Difference } from './decision';

type Shown = string | number | boolean | null;

const isText = (value: unknown): value is { digest: string } =>
  typeof value === 'object' && value !== null && 'digest' in value && typeof value.digest === 'string';

const canonical = (value: unknown): string => {
  if (isText(value)) return value.digest;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${key}:${canonical(item)}`).join(',')}}`;
};

const shown = (value: unknown): Shown => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return null;
};

/** The fields in which two records differ; a sealed text is compared by its digest and shown as null. */
export const differences = <Fields extends object>(recorded: Fields, given: Fields): readonly Difference[] =>
  (Object.keys(given) as (keyof Fields & string)[])
    .filter((field) => canonical(recorded[field]) !== canonical(given[field]))
    .map((field) => ({ field, recorded: shown(recorded[field]), given: shown(given[field]) }));
