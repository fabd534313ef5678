import fc from 'fast-check';
import { differences } from './differences';

const text = (digest: string, textRef = 'ref') => ({ textRef, digest });

describe('differences', () => {
  it('are none between the same records, in any order of keys', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(record, (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse());
        expect(differences(one, turned)).toEqual([]);
      }),
    );
  });

  it('name each field that differs, with both values', () => {
    const recorded = { kind: 'ORDINARY', present: 4, late: false, note: null as string | null, same: 1 };
    const given = { kind: 'EXTRA', present: 5, late: true, note: 'x', same: 1 };
    expect(differences(recorded, given)).toEqual([
      { field: 'kind', recorded: 'ORDINARY', given: 'EXTRA' },
      { field: 'present', recorded: 4, given: 5 },
      { field: 'late', recorded: false, given: true },
      { field: 'note', recorded: null, given: 'x' },
    ]);
  });

  it('compare a sealed text by its digest, wherever the vault keeps it', () => {
    expect(differences({ name: text('d1', 'r1') }, { name: text('d1', 'r2') })).toEqual([]);
  });

  it('show nothing of a sealed text', () => {
    expect(differences({ name: text('d1') }, { name: text('d2') })).toEqual([
      { field: 'name', recorded: null, given: null },
    ]);
  });

  it('tell a sealed text from none, and from a text that reads like its digest', () => {
    type Named = { readonly name: unknown };
    expect(differences<Named>({ name: text('d1') }, { name: null })).toHaveLength(1);
    expect(differences<Named>({ name: text('d1') }, { name: 'd1' })).toHaveLength(1);
  });

  it('take what is absent for nothing', () => {
    type Noted = { readonly note?: string | null | undefined };
    expect(differences<Noted>({ note: null }, { note: undefined })).toEqual([]);
    expect(differences<Noted>({}, { note: null })).toEqual([]);
  });

  it('ask only for the fields that were given', () => {
    type Held = { readonly heldOn: string; readonly seenBy?: string };
    expect(differences<Held>({ heldOn: '2024-03-01', seenBy: 'a' }, { heldOn: '2024-03-01' })).toEqual([]);
  });

  it('look into lists and records, and respect the order of a list', () => {
    const record = (...names: readonly string[]) => ({ deep: { list: names.map((name) => text(name)) } });
    expect(differences(record('a', 'b'), record('a', 'b'))).toEqual([]);
    expect(differences(record('a', 'b'), record('b', 'a'))).toEqual([
      { field: 'deep', recorded: null, given: null },
    ]);
    expect(differences({ list: ['a,b'] }, { list: ['a', 'b'] })).toHaveLength(1);
  });

  it('show a list of codes as one line', () => {
    expect(differences({ codes: ['A', 'B'] }, { codes: ['A'] })).toEqual([
      { field: 'codes', recorded: 'A, B', given: 'A' },
    ]);
  });
});
