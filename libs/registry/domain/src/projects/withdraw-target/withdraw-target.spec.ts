import { spec } from '@benkan/testing';
import { project } from '../project';
import { aimed, closed, opened, otherTargetId, saying, withdrawn } from '../project.examples';
import { withdrawTarget } from './withdraw-target';

const { given } = spec(project, withdrawTarget);
const call = saying(withdrawn.data);

describe('registry.withdraw-target', () => {
  it('withdraws it', () => given(opened, aimed).when(call).then(withdrawn));
  it('hears it once', () => given(opened, aimed, withdrawn).when(call).then());
  it('refuses a target nobody set', () =>
    given(opened, aimed)
      .when(saying({ ...withdrawn.data, targetId: otherTargetId }))
      .thenRefused('target-unknown'));
  it('refuses a project that is closed, or that nobody opened', () => {
    given(opened, aimed, closed).when(call).thenRefused('project-closed');
    given().when(call).thenRefused('project-unknown');
  });
});
