import { z } from 'zod';
import { actorMapCommands, actorMapEvents, actorMapQueries } from '.';
import { addActor } from './actor-commands';

const FORBIDDEN = /stance|position|ethnic|religio|belief|faith|armed|allegiance|loyal|hostil|language|clan/i;
// whom a seat is for: an organisation's seat, and the forces as a corps
const CATEGORIES = ['LEADER_RELIGIEUX', 'FORCES_ARMEES'];

/** Every field name and every value of a closed list. */
const wordsOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, enum: values = [] } = schema as { properties?: object; enum?: readonly unknown[] };
  const texts = values.filter((value): value is string => typeof value === 'string');
  return [...Object.keys(properties), ...texts, ...Object.values(schema).flatMap(wordsOf)];
};
const words = (schema: z.ZodType): readonly string[] =>
  wordsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

describe('what cannot be said of an actor', () => {
  const schemas: readonly (readonly [string, z.ZodType])[] = [
    ...actorMapCommands.map(({ name, request }) => [name, request] as const),
    ...actorMapEvents.map(({ type, data }) => [type, data] as const),
    ...actorMapQueries.map(({ name, request }) => [name, request] as const),
  ];

  it.each(schemas)('%s has no field and no value for stance, ethnicity or belief', (_, schema) => {
    const said = words(schema).filter((word) => !CATEGORIES.includes(word));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((word) => FORBIDDEN.test(word))).toEqual([]);
  });

  it('would be found if it were there', () =>
    expect(words(z.strictObject({ a: z.array(z.strictObject({ stance: z.enum(['HOSTILE']) })) }))).toEqual(
      expect.arrayContaining(['stance', 'HOSTILE']),
    ));

  it.each(['stance', 'ethnicity', 'belief'])('%s is refused as an unknown field', (field) => {
    expect(addActor.request.safeParse(addActor.example).success).toBe(true);
    const told = addActor.request.safeParse({ ...addActor.example, [field]: 'NEUTRAL' });
    expect(told.error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: [field] }]);
  });
});
