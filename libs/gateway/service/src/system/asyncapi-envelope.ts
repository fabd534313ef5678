import type { Json } from './openapi-schema';

const text = { type: 'string' };
const decimal = { type: 'string', pattern: '^[0-9]{1,20}$' };

/** What every request carries beside its name and body. */
export const REQUEST: Json = {
  type: 'object',
  properties: {
    v: { const: 1 },
    id: text,
    context: { ...text, description: 'The caller, signed by the gateway' },
    correlationId: text,
    causationId: text,
    commandId: text,
    ifMatch: decimal,
    atLeast: { ...decimal, description: 'Answer only from views that include this position' },
    waitMs: { type: 'number' },
    traceparent: { ...text, description: 'W3C trace context' },
    deadline: { type: 'number', description: 'Epoch milliseconds after which nobody waits' },
  },
  required: ['v', 'id', 'context', 'correlationId', 'deadline'],
};

const lineOf = (...fields: readonly string[]): Json => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field, {}])),
  required: fields,
});

export const REFUSED: Json = {
  type: 'object',
  properties: {
    v: { const: 1 },
    kind: { const: 'refused' },
    code: text,
    differences: { type: 'array', items: lineOf('field', 'recorded', 'given') },
  },
  required: ['v', 'kind', 'code'],
};

export const FAULT: Json = {
  type: 'object',
  properties: {
    v: { const: 1 },
    kind: { const: 'fault' },
    code: text,
    detail: text,
    problems: { type: 'array', items: lineOf('pointer', 'code', 'detail') },
  },
  required: ['v', 'kind', 'code'],
};
