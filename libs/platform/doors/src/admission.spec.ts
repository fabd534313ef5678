import type { Grant, Principal } from '@benkan/security';
import { admission } from './admission';
import type { Because } from './asking';
import { country } from './territory.examples';

const because: Because = { correlationId: 'c', deadline: 0 };
const of = (...roles: readonly Grant[]): Principal => ({ issuer: 'i', subject: 's', roles });
const secretaryOf = (...territories: readonly string[]): Principal =>
  of(...territories.map((territory) => ({ role: 'secretary' as const, territory })));
const NIONO = { role: 'secretary', territory: 'niono' };

let land: ReturnType<typeof country>;
beforeEach(() => (land = country()));

const says = (principal: Principal, name: string, body: unknown) =>
  admission({ name, principal, body, because }, land.territory);

describe('a grant limited to a territory', () => {
  it.each([
    ['a commune', 'niono'],
    ['the région around it', 'segou'],
    ['the whole country as a unit', 'mali'],
  ])('opens for a thing inside: %s', async (_name, territory) => {
    expect(await says(secretaryOf(territory), 'meetings.hold', { meetingId: 'meeting-niono' })).toMatchObject(
      {
        role: 'secretary',
        territory,
      },
    );
  });

  it.each(['meeting-diema', 'nobody-knows', '__proto__'])(
    'answers for what lies elsewhere as for the unknown: %s',
    async (meetingId) => {
      expect(await says(secretaryOf('niono'), 'meetings.hold', { meetingId })).toEqual({
        no: 'unknown-resource',
      });
    },
  );

  it('does not open what lies above it', async () => {
    land.things.set('meeting-segou', 'segou');
    expect(await says(secretaryOf('niono'), 'meetings.hold', { meetingId: 'meeting-segou' })).toEqual({
      no: 'unknown-resource',
    });
  });

  it.each(['diema', 'segou', 'nowhere'])('creates nothing in %s: outside', async (unitId) => {
    const supervisor = of({ role: 'supervisor', territory: 'niono' });
    expect(await says(supervisor, 'registry.establish-committee', { unitId })).toEqual({
      no: 'outside-your-territory',
    });
  });

  it('creates inside, under a client’s id that nobody has or that is inside, not under a foreign one', async () => {
    const supervisor = of({ role: 'supervisor', territory: 'niono' });
    const establish = (id?: string) =>
      says(supervisor, 'registry.establish-committee', { unitId: 'niono', ...(id && { id }) });
    expect(await establish()).toMatchObject({ territory: 'niono' });
    expect(await establish('a-new-one')).toMatchObject({ territory: 'niono' });
    expect(await establish('committee-niono')).toMatchObject({ territory: 'niono' });
    expect(await establish('committee-diema')).toEqual({ no: 'outside-your-territory' });
  });

  it('needs every thing named to be inside', async () => {
    const records = (meetingId: string, participantId: string) =>
      says(secretaryOf('niono'), 'meetings.record-attendance', { meetingId, participantId });
    expect(await records('meeting-niono', 'participant-niono')).toMatchObject({ territory: 'niono' });
    expect(await records('meeting-niono', 'participant-diema')).toEqual({ no: 'unknown-resource' });
    expect(await records('meeting-diema', 'participant-niono')).toEqual({ no: 'unknown-resource' });
  });

  it('opens nothing that lies in no unit', async () => {
    const national = of({ role: 'national', territory: 'segou' });
    expect(await says(national, 'registry.register-unit', { parentId: null })).toEqual({
      no: 'outside-your-territory',
    });
    expect(await says(national, 'registry.register-unit', { parentId: 'segou' })).toMatchObject({
      territory: 'segou',
    });
  });

  it('counts only where its role may say the wire name', async () => {
    const both = of({ role: 'donor', territory: 'niono' }, { role: 'secretary', territory: 'diema' });
    expect(await says(both, 'meetings.hold', { meetingId: 'meeting-niono' })).toEqual({
      no: 'unknown-resource',
    });
    const donor = of({ role: 'donor', territory: null });
    expect(await says(donor, 'meetings.hold', { meetingId: 'meeting-niono' })).toEqual({ no: 'forbidden' });
  });

  it('is not needed beside a country-wide one, and is never the one that is recorded then', async () => {
    const both = of(NIONO as Grant, { role: 'focal-point', territory: null });
    expect(await says(both, 'meetings.hold', { meetingId: 'meeting-diema' })).toEqual({
      role: 'focal-point',
      territory: null,
      unitIds: undefined,
    });
    expect(land.asked).toEqual([]);
  });

  it('is recorded as the one that holds the thing', async () => {
    const held = await says(secretaryOf('diema', 'niono'), 'meetings.hold', { meetingId: 'meeting-niono' });
    expect(held).toMatchObject({ territory: 'niono' });
  });

  it('opens no name without a place, none that is the country’s, and nothing where no territory is known', async () => {
    const anybody = of({ role: 'secretary', territory: 'niono' });
    expect(await says(anybody, 'meetings.vanish', { meetingId: 'meeting-niono' })).toEqual({
      no: 'forbidden',
    });
    const claim = {
      name: 'meetings.hold',
      principal: anybody,
      body: { meetingId: 'meeting-niono' },
      because,
    };
    expect(await admission(claim, undefined)).toEqual({ no: 'forbidden' });
  });

  it('opens reference data', async () => {
    expect(await says(secretaryOf('niono'), 'registry.get-unit', { unitId: 'diema' })).toMatchObject({
      territory: 'niono',
    });
  });
});

describe('a no', () => {
  it('costs the same for a foreign thing, seen before or not, and for an unknown one', async () => {
    const cost = async (meetingId: string): Promise<readonly string[]> => {
      land.later(60_000);
      land.asked.length = 0;
      await says(secretaryOf('niono'), 'meetings.hold', { meetingId });
      return land.asked.map((line) => line.replace(meetingId, 'it')).sort();
    };
    const foreign = await cost('meeting-diema');
    expect(await cost('meeting-diema')).toEqual(foreign);
    expect(await cost('unknown')).toEqual(foreign);
  });

  it('is never said from memory: what moved in is inside, what was registered a second ago too', async () => {
    const move = () => says(secretaryOf('segou'), 'meetings.hold', { meetingId: 'meeting-diema' });
    expect(await move()).toEqual({ no: 'unknown-resource' });
    land.later(1_000);
    land.parents.set('diema', 'segou');
    expect(await move()).toMatchObject({ territory: 'segou' });
    land.parents.set('bla', 'segou').set('pelengana', 'segou');
    land.things.set('meeting-diema', 'bla');
    expect(await move()).toMatchObject({ territory: 'segou' });
  });

  it('asks for the tree a few times a second at most, however often it is said', async () => {
    for (let at = 0; at < 20; at += 1) await says(secretaryOf('niono'), 'meetings.hold', { meetingId: 'x' });
    expect(land.asked.filter((line) => line.startsWith('below'))).toHaveLength(1);
  });
});

describe('a yes', () => {
  it('is remembered for seconds, and ends with them', async () => {
    const hold = () => says(secretaryOf('niono'), 'meetings.hold', { meetingId: 'meeting-niono' });
    await hold();
    const first = land.asked.length;
    await hold();
    expect(land.asked).toHaveLength(first);
    land.parents.delete('niono');
    land.later(10_001);
    expect(await hold()).toEqual({ no: 'unknown-resource' });
  });
});

describe('what may move', () => {
  it('is looked for again after seconds; what cannot move is not', async () => {
    const get = (name: string, body: unknown) => says(secretaryOf('niono'), name, body);
    const convene = () => get('meetings.convene', { committeeId: 'committee-niono' });
    const hold = () => get('meetings.hold', { meetingId: 'meeting-niono' });
    await convene();
    await hold();
    land.things.set('committee-niono', 'diema').delete('meeting-niono');
    land.later(9_999);
    expect(await convene()).toMatchObject({ territory: 'niono' });
    land.later(1);
    expect(await convene()).toEqual({ no: 'unknown-resource' });
    expect(await hold()).toMatchObject({ territory: 'niono' });
  });
});

describe('a list', () => {
  const list = (principal: Principal, territory?: string) =>
    says(principal, 'meetings.list-meetings', { limit: 50, ...(territory && { territory }) });

  it('holds what lies inside the grants', async () => {
    expect(await list(secretaryOf('segou'))).toMatchObject({ unitIds: ['segou', 'niono'] });
    expect(await list(secretaryOf('niono', 'diema'))).toMatchObject({ unitIds: ['niono', 'diema'] });
  });

  it('is cut to the territory asked for, and empty for one outside, as for an unknown one', async () => {
    expect(await list(secretaryOf('segou'), 'niono')).toMatchObject({ unitIds: ['niono'] });
    expect(await list(secretaryOf('niono'), 'segou')).toMatchObject({ unitIds: [] });
    expect(await list(secretaryOf('niono'), 'kayes')).toMatchObject({ unitIds: [] });
    expect(await list(secretaryOf('niono'), 'nowhere')).toMatchObject({ unitIds: [] });
  });

  it('has no limit under a country-wide grant but the territory asked for', async () => {
    const national = of({ role: 'national', territory: null }, { role: 'secretary', territory: 'niono' });
    expect(await list(national)).toMatchObject({ role: 'national', territory: null, unitIds: undefined });
    expect(await list(national, 'segou')).toMatchObject({ unitIds: ['segou', 'niono'] });
  });

  it('knows a unit at once where the caller waits for a position, else within a second', async () => {
    const waiting = () =>
      admission(
        {
          name: 'meetings.list-meetings',
          principal: secretaryOf('segou'),
          body: {},
          because: { ...because, atLeast: 7n },
        },
        land.territory,
      );
    await list(secretaryOf('segou'));
    land.parents.set('bla', 'segou');
    expect(await list(secretaryOf('segou'))).toMatchObject({ unitIds: ['segou', 'niono'] });
    expect(await waiting()).toMatchObject({ unitIds: ['segou', 'niono', 'bla'] });
    land.parents.set('cinzana', 'segou');
    land.later(1_000);
    expect(await list(secretaryOf('segou'))).toMatchObject({ unitIds: expect.arrayContaining(['cinzana']) });
  });

  it('fails where the territory cannot be had, and asks again', async () => {
    land.breaks(true);
    await expect(list(secretaryOf('segou'))).rejects.toThrow('away');
    land.breaks(false);
    expect(await list(secretaryOf('segou'))).toMatchObject({ unitIds: ['segou', 'niono'] });
  });
});
