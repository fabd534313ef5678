import type { Attendee } from '@benkan/imports-domain';
import { commandIdOf, derivedId } from '@benkan/messaging';
import { inMemoryVault } from '@benkan/vault';
import type { Ask } from '@benkan/doors';
import type { Working } from './kind';
import { peopleOf } from './people';
import { personOf, unclear } from './person';
import { importedBy, type Said, type Say } from './saying';

const UNIT = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11';
const IMPORT = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c99';
const ROW = { unitId: UNIT, key: 'line 7' };

type Known = {
  readonly id: string;
  readonly phone?: string;
  readonly structure?: string;
  readonly code?: string;
};

const row = (changes: Partial<Attendee> = {}): Attendee =>
  ({
    ...{ code: null, firstNames: 'Awa', lastName: 'Keïta', phone: null, sex: 'F', ageBand: '25-29' },
    ...{ structure: null, structureKind: 'AUTRE', corps: null, ...changes },
  }) as Attendee;
const NAMELESS = { firstNames: null, lastName: null } as const;

const digits = (text = '') => text.replace(/\D/g, '').slice(-8);

/** A unit whose people all bear the name asked for. */
const unitOf = async (
  known: readonly Known[],
  reply: (body: Record<string, unknown>) => object | undefined = () => undefined,
) => {
  const vault = inMemoryVault();
  for (const { id, ...person } of known) await vault.sealPerson(id, person);
  const ask = (async (_, body) => {
    const wanted = body as { phone?: string; code?: string };
    const found = known.filter(
      ({ phone, code }) =>
        (wanted.phone === undefined || digits(phone) === digits(wanted.phone)) &&
        (wanted.code === undefined || code === wanted.code),
    );
    const traits = { unitId: UNIT, sex: 'F', ageBand: '25-29', erased: false };
    return { items: found.map(({ id }) => ({ id, ...traits })) };
  }) as Ask;
  const told: Record<string, unknown>[] = [];
  const say: Say = async (_, body) => {
    const given = body as Record<string, unknown>;
    told.push(given);
    return {
      v: 1,
      kind: 'answer',
      data: { id: given['id'] ?? 'new', changed: true },
      ...reply(given),
    } as Said;
  };
  const because = async () => ({ correlationId: IMPORT, deadline: 0 });
  const working = {
    say,
    places: { people: peopleOf({ ask, vault }, IMPORT, because) },
  } as unknown as Working;
  return { working, told };
};

const codes = (troubles: readonly { readonly code: string }[]) => troubles.map(({ code }) => code);

describe('whom a row without a code means', () => {
  const told = async (known: readonly Known[], changes: Partial<Attendee> = {}) => {
    const { working, told: said } = await unitOf(known);
    const { participantId, done } = await personOf(working, ROW, row(changes));
    expect(codes(await unclear(working.places, UNIT, row(changes)))).toEqual(codes(done.troubles));
    return { participantId, said, troubles: done.troubles };
  };

  it('somebody new where nobody bears the name', async () => {
    const { participantId, said } = await told([]);
    expect(participantId).toBe('new');
    expect(said[0]).not.toHaveProperty('id');
  });

  it('the one who bears it, where nothing speaks against', async () =>
    expect((await told([{ id: 'awa', phone: '76 00 11 22' }], { structure: 'CAFO' })).participantId).toBe(
      'awa',
    ));

  it.each([
    [{ phone: '76 00 11 22' }, { phone: '+22376001133' }],
    [{ structure: 'CAFO' }, { structure: 'Mairie' }],
  ])('somebody else where %j is told as %j', async (recorded, given) =>
    expect((await told([{ id: 'awa', ...recorded }], given)).participantId).toBe('new'),
  );

  it('of two, the one with the phone', async () => {
    const two = [
      { id: 'awa', phone: '76001122' },
      { id: 'other', phone: '76003344' },
    ];
    expect((await told(two, { phone: '+22376003344' })).participantId).toBe('other');
  });

  it('the one with the phone, though of another structure now', async () => {
    const one = [{ id: 'awa', phone: '76001122', structure: 'CAFO' }];
    expect((await told(one, { phone: '+22376001122', structure: 'Mairie' })).participantId).toBe('awa');
  });

  it('of two whom all fits, neither: it is asked', async () => {
    const two = [
      { id: 'awa', code: 'A-7' },
      { id: 'other', code: 'A-10' },
    ];
    const { participantId, said, troubles } = await told(two);
    expect([participantId, said]).toEqual([undefined, []]);
    expect(troubles).toMatchObject([
      { code: 'several-people-fit', differences: [{ field: 'code', recorded: 'A-7, A-10', given: null }] },
    ]);
  });

  it('nobody this very import registered before it broke off', async () => {
    const commandId = commandIdOf(importedBy(IMPORT), 'registry.register-participant', 'line 9|participant');
    expect((await told([{ id: derivedId('participant', commandId) }])).participantId).toBe('new');
  });
});

describe('whom a row without a name means', () => {
  const meant = async (known: readonly Known[], changes: Partial<Attendee>) => {
    const { working, told } = await unitOf(known);
    const found = await personOf(working, ROW, row({ ...NAMELESS, ...changes } as Partial<Attendee>));
    expect(told).toEqual([]);
    return [found.participantId, codes(found.done.troubles)];
  };
  const two = [
    { id: 'awa', code: 'A-1', phone: '76001122' },
    { id: 'other', code: 'A-2', phone: '76001122' },
  ];

  it.each<[Partial<Attendee>, (string | undefined)[]]>([
    [{ code: 'A-2' }, ['other']],
    [{ code: 'A-3' }, [undefined, 'unknown-code']],
    [{ phone: '+22376001122' }, [undefined, 'several-people-fit']],
    [{ phone: '+22300000000' }, [undefined, 'unknown-phone']],
    [{ code: 'A-1', sex: 'M' }, [undefined, 'differs-from-recorded']],
    [{ code: 'A-1', sex: 'NR', ageBand: 'NR' }, ['awa']],
  ])('%j: %j', async (changes, [id, ...refused]) => expect(await meant(two, changes)).toEqual([id, refused]));
});

describe('what a row leaves open', () => {
  const RECORDED = { sex: 'F', ageBand: '25-29', structureKind: 'ORG_FEMMES', corps: null };
  const refusing = (given: Record<string, unknown>) => {
    const differences = Object.entries(RECORDED)
      .filter(([field, recorded]) => given[field] !== recorded)
      .map(([field, recorded]) => ({ field, recorded, given: given[field] }));
    return differences.length === 0
      ? undefined
      : { kind: 'refused', code: 'differs-from-recorded', differences };
  };
  const left = async (changes: Partial<Attendee>) => {
    const { working } = await unitOf(
      [{ id: 'awa', code: 'A-1', structure: 'Jeunes commerçantes' }],
      refusing,
    );
    const { done } = await personOf(working, ROW, row({ code: 'A-1', ...changes }));
    return done.troubles.flatMap(({ differences = [] }) => differences.map(({ field }) => field));
  };

  it.each<[Partial<Attendee>, readonly string[]]>([
    [{}, []],
    [{ sex: 'NR', ageBand: 'NR', structure: 'Amicale' }, []],
    [{ sex: 'M' }, ['sex']],
    [{ structure: 'Autre' }, ['structureKind']],
    [{ structure: 'JEUNES COMMERCANTES', structureKind: 'ORG_JEUNES' }, []],
    [{ structure: 'Jeunes', structureKind: 'ORG_JEUNES' }, ['structureKind']],
  ])('contradicts nothing: %j is refused for %j', async (changes, fields) =>
    expect(await left(changes)).toEqual(fields),
  );
});
