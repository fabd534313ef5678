import { spec } from '@benkan/testing';
import { project } from '../project';
import { aimed, begun, closed, ended, opened, revised, saying, withdrawn } from '../project.examples';
import { reviseProject, type ReviseProject } from './revise-project';

const { given } = spec(project, reviseProject);
const call = (more: Partial<ReviseProject['data']> = {}) => saying({ ...revised.data, ...more });
const { from, to, purposeCodes, markers } = opened.data;

describe('registry.revise-project', () => {
  it('revises the window, the codes and the markers', () => given(opened).when(call()).then(revised));
  it('hears it once, whatever the reason', () => {
    given(opened, revised).when(call()).then();
    given(opened).when(call({ from, to, purposeCodes, markers })).then();
  });
  it('refuses an end before the beginning', () =>
    given(opened)
      .when(call({ to: '2024-10-31' }))
      .thenRefused('ends-before-it-begins'));
  it('refuses a code named twice', () =>
    given(opened)
      .when(call({ purposeCodes: ['15220', '15220'] }))
      .thenRefused('codes-repeat'));
  it('leaves no target outside, but a withdrawn one', () => {
    const narrower = call({ to: '2025-01-30' });
    const data = { ...revised.data, to: '2025-01-30' };
    given(opened, aimed).when(narrower).thenRefused('window-too-narrow');
    given(opened, aimed, withdrawn)
      .when(narrower)
      .then({ ...revised, data });
  });
  it('leaves no day of a support outside', () => {
    given(opened, begun)
      .when(call({ from: '2024-11-02' }))
      .thenRefused('window-too-narrow');
    given(opened, begun, ended)
      .when(call({ to: '2024-11-29' }))
      .thenRefused('window-too-narrow');
  });
  it('refuses a project that is closed, or that nobody opened', () => {
    given(opened, closed).when(call()).thenRefused('project-closed');
    given().when(call()).thenRefused('project-unknown');
  });
});
