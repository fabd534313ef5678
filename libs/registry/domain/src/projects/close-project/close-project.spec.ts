import { spec } from '@benkan/testing';
import { text } from '../../registry.examples';
import { project } from '../project';
import { closed, opened, saying, tomorrow } from '../project.examples';
import { closeProject } from './close-project';

const { given } = spec(project, closeProject);
const call = (closedOn = closed.data.closedOn, reason = closed.data.reason) =>
  saying({ ...closed.data, closedOn, reason });

describe('registry.close-project', () => {
  it('closes it, before the end of its window too', () => given(opened).when(call()).then(closed));
  it('hears it once, whatever the reason', () =>
    given(opened, closed)
      .when(call(undefined, text('9')))
      .then());
  it('refuses another day', () =>
    given(opened, closed).when(call('2024-11-29')).thenRefused('differs-from-recorded'));
  it('refuses a day to come', () => given(opened).when(call(tomorrow)).thenRefused('in-the-future'));
  it('refuses a day before it began', () =>
    given(opened).when(call('2024-10-31')).thenRefused('before-it-began'));
  it('refuses a project nobody opened', () => given().when(call()).thenRefused('project-unknown'));
});
