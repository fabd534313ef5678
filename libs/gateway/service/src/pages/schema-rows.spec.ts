import { searchParticipants } from '@benkan/contracts/registry';
import { requestSchema } from '../system/openapi-schema';
import { operationsOf } from './read-document';
import { sampleOf } from './sample';
import { rowsOf, typeOf } from './schema-rows';

describe('a schema as a table', () => {
  const schema = {
    type: 'object',
    required: ['days', 'who'],
    properties: {
      days: { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: 60 },
      who: {
        type: 'array',
        items: { type: 'object', required: ['kind'], properties: { kind: { enum: ['A', 'B'] } } },
      },
      group: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }], default: null },
      place: { type: 'object', properties: { note: { type: 'string', maxLength: 5 } } },
      fixed: { const: true },
    },
  };

  it('has a line for every field, those inside too', () =>
    expect(rowsOf(schema)).toEqual([
      { field: 'days', type: 'liste (UUID)', required: true, values: [], rules: ['1 à 60 éléments'] },
      { field: 'who', type: 'liste (objet)', required: true, values: [], rules: [] },
      { field: 'who[].kind', type: 'code', required: true, values: ['A', 'B'], rules: [] },
      {
        field: 'group',
        type: 'entier ou null',
        required: false,
        values: [],
        rules: ['au moins 1', 'par défaut null'],
      },
      { field: 'place', type: 'objet', required: false, values: [], rules: [] },
      { field: 'place.note', type: 'texte', required: false, values: [], rules: ['au plus 5 caractères'] },
      { field: 'fixed', type: 'code', required: false, values: ['true'], rules: [] },
    ]));

  it('calls what it does not know a value', () => expect(typeOf({})).toBe('valeur'));

  it('makes a sample of the required fields', () => {
    expect(sampleOf(schema)).toEqual({
      days: ['00000000-0000-0000-0000-000000000000'],
      who: [{ kind: 'A' }],
    });
    const sample = sampleOf(requestSchema(searchParticipants.request));
    expect(searchParticipants.request.safeParse(sample).success).toBe(true);
  });
});

describe('references', () => {
  const documentOf = (schema: unknown) => ({
    components: {
      schemas: { 'a/b': { type: 'object', properties: { again: { $ref: '#/components/schemas/a~1b' } } } },
    },
    paths: {
      '/x': { get: { operationId: 'x', parameters: [{ name: 'q', in: 'query', schema }], responses: {} } },
    },
  });

  it('are followed, but not in a circle', () => {
    const [operation] = operationsOf(documentOf({ $ref: '#/components/schemas/a~1b' }));
    expect(operation?.parameters[0]?.schema).toEqual({ type: 'object', properties: { again: {} } });
  });

  it('to nothing leave an empty schema', () =>
    expect(operationsOf(documentOf({ $ref: '#/components/nowhere' }))[0]?.parameters[0]?.schema).toEqual({}));
});
