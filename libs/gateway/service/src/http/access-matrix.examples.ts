import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Contract, Place } from '@benkan/contracts';

type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
};

const PATTERNS = [
  'a',
  '1',
  'meetings.hold',
  'ML01',
  '2023',
  'AA==',
  '+22376000000',
  'a'.repeat(64),
  '4TQ8-ZK2M-9W7C-X3HB',
];

const text = ({ format, pattern }: Schema): string => {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2024-11-21';
  if (format === 'date-time') return '2024-11-21T08:00:00.000Z';
  return PATTERNS.find((one) => pattern === undefined || new RegExp(pattern).test(one)) ?? 'a';
};

const list = ({ minItems = 0, items = {} }: Schema): unknown =>
  Array.from({ length: minItems }, () => least(items));

const object = ({ properties = {}, required = [] }: Schema): unknown =>
  Object.fromEntries(required.map((name) => [name, least(properties[name] ?? {})]));

const number = ({ minimum }: Schema): number => Math.max(1, minimum ?? 1);

const byType: Readonly<Record<string, (schema: Schema) => unknown>> = {
  string: text,
  integer: number,
  number,
  boolean: () => false,
  array: list,
  object,
};

/** The least that follows a schema. */
const least = (schema: Schema): unknown => {
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  return choice === undefined ? (byType[schema.type ?? 'object'] ?? object)(schema) : least(choice);
};

/** A request that follows its contract. */
export const filled = (contract: Contract): unknown => {
  if (contract.kind === 'command') return structuredClone(contract.example);
  return least(z.toJSONSchema(contract.request, { io: 'input', unrepresentable: 'any' }) as Schema);
};

type Fields = { [name: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const put = (holder: unknown, [step = '', ...rest]: readonly string[], id: string): void => {
  if (!isFields(holder)) return;
  const names = step === '*' ? Object.keys(holder) : [step];
  for (const name of names) {
    if (rest.length > 0) put(holder[name], rest, id);
    else holder[name] = id;
  }
};

/** The request with every thing it speaks of replaced: things by `id`, units by `unitId`. */
export const withIds = (
  body: unknown,
  place: Place | undefined,
  { id, unitId }: { readonly id: string; readonly unitId: string },
): unknown => {
  if (place?.kind !== 'at') return body;
  for (const { of, means, field } of place.concerns)
    if (means !== 'fresh') put(body, field.split('.'), of === 'unit' ? unitId : id);
  return body;
};
