import { spec } from '@benkan/testing';
import { by } from '../../registry.examples';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { revealActor } from './reveal-actor';

const { given } = spec(actorMap, revealActor);
const { actorMapId, spokeswoman: actorId, started, personAdded, saying } = example;
const asked = { actorMapId, actorId, purpose: 'VERIFICATION' } as const;
const revealed = { type: 'restricted-actor-revealed', data: { ...asked, to: by.actor } } as const;

describe('registry.reveal-actor', () => {
  it('records who looked, on a published map too', () => {
    given(started, personAdded).when(saying(asked)).then(revealed);
    given(started, personAdded, example.published).when(saying(asked)).then(revealed);
  });
  it('is possible on the last day, and never after', () => {
    given(started, personAdded).when(saying(asked, '2025-01-31T23:00:00.000Z')).then(revealed);
    given(started, personAdded).when(saying(asked, '2025-02-01T00:00:00.000Z')).thenRefused('name-expired');
  });
  it('refuses whom nobody added, and a map nobody started', () => {
    given(started).when(saying(asked)).thenRefused('actor-unknown');
    given().when(saying(asked)).thenRefused('actor-map-unknown');
  });
});
