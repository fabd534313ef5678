import { replay, told, twice } from '@benkan/testing';
import { added, of, started } from './actor-map.examples';
import { actorMapsProjection } from './actor-map-view';

const after = (...facts: Parameters<typeof told>) =>
  replay(actorMapsProjection, told(started(), ...facts))['m-1'];

describe('actor maps', () => {
  it('begin as empty drafts, listed by unit and version', () =>
    expect(after()).toMatchObject({
      ...{ id: 'm-1', unitId: 'u-1', version: 1, status: 'DRAFT', mappedOn: '2024-11-15', revision: '0' },
      ...{ actors: 0, excludedGroups: 0, expiries: [], publishedOn: null, order: 'u-1|000001' },
    }));

  it('count the actors on them, and the groups still excluded', () => {
    const facts = [
      added('a'),
      added('b'),
      of('actor-removed', { actorId: 'a' }),
      of('excluded-group-flagged'),
    ];
    expect(after(...facts)).toMatchObject({ actors: 1, excludedGroups: 1, revision: '4' });
    const review = (outcome: string) => of('inclusion-reviewed', { outcome });
    expect(after(...facts, review('SEATED'))).toMatchObject({ excludedGroups: 1 });
    expect(after(...facts, review('NO_LONGER_EXCLUDED'))).toMatchObject({ excludedGroups: 0 });
  });

  it('know which names are to go, until they went', () => {
    const expiries = [{ actorId: 'a', expiresOn: '2025-01-31' }];
    expect(after(added('a', '2025-01-31'), added('b'))).toMatchObject({ expiries });
    const later = of('actor-revised', { actorId: 'a', expiresOn: '2025-06-30' });
    expect(after(added('a', '2025-01-31'), later)).toMatchObject({
      expiries: [{ actorId: 'a', expiresOn: '2025-06-30' }],
    });
    expect(after(added('a', '2025-01-31'), of('actor-name-expired', { actorId: 'a' }))).toMatchObject({
      expiries: [],
    });
  });

  it('are published, superseded, archived', () => {
    const published = of('actor-map-published');
    expect(after(published)).toMatchObject({ status: 'PUBLISHED', publishedOn: '2024-11-20' });
    expect(after(published, of('actor-map-superseded', { by: 'm-2', on: '2025-02-01' }))).toMatchObject({
      ...{ status: 'SUPERSEDED', publishedOn: '2024-11-20', supersededOn: '2025-02-01' },
    });
    expect(after(of('actor-map-archived'))).toMatchObject({ status: 'ARCHIVED', archivedOn: '2024-11-20' });
  });

  it('come back the same, told twice; nothing is written of what nobody started, or is not theirs', () => {
    const events = told(started(), added('a', '2025-01-31'), of('actor-map-published'));
    expect(replay(actorMapsProjection, twice(events))).toEqual(replay(actorMapsProjection, events));
    expect(replay(actorMapsProjection, told(added('a')))).toEqual({});
    expect(replay(actorMapsProjection, told({ type: 'never-heard-of', data: {} }))).toEqual({});
  });
});
