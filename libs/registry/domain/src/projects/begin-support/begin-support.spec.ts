import { spec } from '@benkan/testing';
import { ids } from '../../registry.examples';
import { project } from '../project';
import { begun, closed, ended, opened, projectId, saying } from '../project.examples';
import { beginSupport, type BeginSupport } from './begin-support';

const { given } = spec(project, beginSupport);
const committee = { kind: 'COMMITTEE' as const, supportedId: ids.committee };
const unit = { kind: 'UNIT' as const, supportedId: ids.unit };
const call = (more: Partial<BeginSupport['data']> = {}) =>
  saying({ projectId, named: [committee], since: '2024-11-01', isKnown: true, ...more });

describe('registry.begin-support', () => {
  it('supports a committee, or a whole unit', () => {
    given(opened).when(call()).then(begun);
    given(opened, begun)
      .when(call({ named: [unit] }))
      .then({ ...begun, data: { ...begun.data, ...unit } });
  });
  it('hears it once', () => given(opened, begun).when(call()).then());
  it('refuses one that is supported already, its last day included', () => {
    given(opened, begun)
      .when(call({ since: '2024-11-15' }))
      .thenRefused('already-supported');
    given(opened, begun, ended)
      .when(call({ since: '2024-11-30' }))
      .thenRefused('already-supported');
  });
  it('supports again after the end', () =>
    given(opened, begun, ended)
      .when(call({ since: '2024-12-01' }))
      .then({ ...begun, data: { ...begun.data, since: '2024-12-01' } }));
  it.each(['2024-10-31', '2025-02-01'])('refuses %s, outside the window', (since) =>
    given(opened).when(call({ since })).thenRefused('outside-the-window'),
  );
  it('refuses what nobody knows', () => {
    given(opened)
      .when(call({ isKnown: false }))
      .thenRefused('committee-unknown');
    given(opened)
      .when(call({ isKnown: false, named: [unit] }))
      .thenRefused('unit-unknown');
  });
  it('refuses none, and two at once', () => {
    for (const named of [[], [committee, unit]])
      given(opened).when(call({ named })).thenRefused('support-not-named');
  });
  it('refuses a project that is closed, or that nobody opened', () => {
    given(opened, closed).when(call()).thenRefused('project-closed');
    given().when(call()).thenRefused('project-unknown');
  });
});
