import { day, digest, id, instant, sealedText } from '@benkan/contracts';
import { z } from 'zod';
import { contractFolders, entries } from './contracts';
import { freeStrings } from './free-strings';

const free = (schema: z.ZodType): readonly string[] => freeStrings(z.toJSONSchema(schema));

describe('no stored event can hold free text', () => {
  const stored = Object.entries(entries).flatMap(([domain, { storedEvents = [] }]) =>
    storedEvents.map(({ type, version, data }) => [`${domain}: ${type}.v${version}`, data] as const),
  );

  it.each(stored)('%s', (_name, data) => {
    expect(free(data)).toEqual([]);
  });

  it('walks the events of every domain', () => {
    expect(Object.keys(entries).sort()).toEqual([...contractFolders()].sort());
    expect(stored.length).toBeGreaterThan(0);
  });
});

describe('a schema turns red', () => {
  it.each<[string, z.ZodType, string]>([
    ['a free string', z.strictObject({ note: z.string() }), '$.note'],
    ['a bounded string', z.strictObject({ note: z.string().min(1).max(20) }), '$.note'],
    ['a pattern of its own', z.strictObject({ phone: z.string().regex(/^[0-9 +]+$/) }), '$.phone'],
    ['an e-mail address', z.strictObject({ mail: z.email() }), '$.mail'],
    ['a nullable string', z.strictObject({ note: z.string().nullable() }), '$.note'],
    ['a string in a list', z.strictObject({ names: z.array(z.string()) }), '$.names[]'],
    ['a string in a pair', z.strictObject({ pair: z.tuple([id(), z.string()]) }), '$.pair[1]'],
    ['a string in a union', z.union([id(), z.strictObject({ name: z.string() })]), '$.name'],
    ['keys of someone’s choosing', z.record(z.string(), z.number()), '${key}'],
    ['values of someone’s choosing', z.record(id(), z.string()), '${value}'],
    ['an open object', z.looseObject({ id: id() }), '${key}'],
    ['anything', z.strictObject({ extra: z.unknown() }), '$.extra'],
  ])('with %s', (_name, schema, path) => {
    expect(free(schema)).toContain(path);
  });

  it('and stays green with enums, numbers, days, instants, ids and codes', () => {
    const schema = z.strictObject({
      id: id(),
      on: day().nullable(),
      at: instant(),
      kind: z.enum(['A', 'B']),
      fixed: z.literal('x'),
      digest: digest(),
      text: sealedText(),
      counts: z.record(z.enum(['women', 'men']), z.number().int()),
      pairs: z.array(z.tuple([id(), z.boolean()])),
    });
    expect(free(schema)).toEqual([]);
  });
});
