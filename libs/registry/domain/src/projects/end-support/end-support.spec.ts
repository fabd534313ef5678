import { spec } from '@benkan/testing';
import { ids } from '../../registry.examples';
import { project } from '../project';
import { begun, closed, ended, opened, saying, tomorrow } from '../project.examples';
import { endSupport } from './end-support';

const { given } = spec(project, endSupport);
const call = (endedOn = ended.data.endedOn) => saying({ ...ended.data, endedOn });
const short = { ...opened, data: { ...opened.data, to: '2024-11-20' } };

describe('registry.end-support', () => {
  it('ends it', () => given(opened, begun).when(call()).then(ended));
  it('hears it once, and one day only', () => {
    given(opened, begun, ended).when(call()).then();
    given(opened, begun, ended).when(call('2024-11-29')).thenRefused('differs-from-recorded');
  });
  it('ends what began again', () => {
    const again = { ...begun, data: { ...begun.data, since: '2024-12-01' } };
    given(opened, begun, ended, again)
      .when(call('2024-12-01'))
      .then({ ...ended, data: { ...ended.data, endedOn: '2024-12-01' } });
  });
  it('refuses a day to come', () => given(opened, begun).when(call(tomorrow)).thenRefused('in-the-future'));
  it('refuses a day before it began', () =>
    given(opened, begun).when(call('2024-10-31')).thenRefused('before-it-began'));
  it('refuses a day after the window', () =>
    given(short, begun).when(call('2024-11-21')).thenRefused('outside-the-window'));
  it('refuses what was never supported', () =>
    given(opened)
      .when(saying({ ...ended.data, supportedId: ids.otherCommittee }))
      .thenRefused('not-supported'));
  it('refuses a project that is closed, or that nobody opened', () => {
    given(opened, begun, closed).when(call()).thenRefused('project-closed');
    given().when(call()).thenRefused('project-unknown');
  });
});
