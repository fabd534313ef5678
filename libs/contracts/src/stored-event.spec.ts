import { z } from 'zod';
import { defineEvent, eventReader, type StoredEvent } from './stored-event';

const day = z.iso.date();
const held = [
  {
    type: 'held',
    version: 1,
    data: z.strictObject({ on: z.string() }),
    upcast: (data: unknown) => {
      const { on } = data as { on: string };
      if (on === 'broken') throw new Error('cannot be lifted');
      return { heldOn: on };
    },
  },
  {
    type: 'held',
    version: 2,
    data: z.strictObject({ heldOn: z.string() }),
    upcast: (data: unknown) => ({ ...(data as object), present: null }),
  },
  { type: 'held', version: 3, data: z.strictObject({ heldOn: day, present: z.number().nullable() }) },
] as const satisfies readonly StoredEvent[];

const read = eventReader([...held, defineEvent('closed', 1, z.strictObject({ on: day }))]);

describe('reading stored events', () => {
  it('gives the fact of a known type and version', () => {
    expect(read('closed', 1, { on: '2024-03-01' })).toEqual({
      kind: 'fact',
      fact: { type: 'closed', data: { on: '2024-03-01' } },
    });
  });

  it.each([1, 2, 3])('lifts version %s to the newest', (version) => {
    const data = [{ on: '2024-03-01' }, { heldOn: '2024-03-01' }, { heldOn: '2024-03-01', present: null }][
      version - 1
    ];
    expect(read('held', version, data)).toEqual({
      kind: 'fact',
      fact: { type: 'held', data: { heldOn: '2024-03-01', present: null } },
    });
  });

  it.each(['vanished', '__proto__', 'constructor', 'toString', ''])('knows no type %p', (type) => {
    expect(read(type, 1, {})).toEqual({ kind: 'unreadable', reason: 'unknown-type' });
  });

  it.each([4, 99, 0, -1, 1.5, NaN])('knows no version %s', (version) => {
    expect(read('held', version, {})).toEqual({ kind: 'unreadable', reason: 'newer-version' });
  });

  it.each<[string, number, unknown]>([
    ['nothing', 3, undefined],
    ['text that was no JSON', 3, '{"heldOn"'],
    ['a field of another version', 2, { on: '2024-03-01' }],
    ['one field more', 3, { heldOn: '2024-03-01', present: 1, name: 'x' }],
    ['what is lifted to something invalid', 1, { on: 'yesterday' }],
    ['what cannot be lifted', 1, { on: 'broken' }],
  ])('cannot read %s', (_name, version, data) => {
    expect(read('held', version, data)).toEqual({ kind: 'unreadable', reason: 'invalid-data' });
  });

  it('does not pass an old version off as the newest where a step is missing', () => {
    const gap = eventReader([held[0], held[2]]);
    expect(gap('held', 1, { on: '2024-03-01' })).toEqual({ kind: 'unreadable', reason: 'invalid-data' });
  });
});
