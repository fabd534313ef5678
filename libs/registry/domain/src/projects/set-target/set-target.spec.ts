import { spec } from '@benkan/testing';
import { text } from '../../registry.examples';
import { project } from '../project';
import { aimed, closed, opened, otherTargetId, saying, withdrawn } from '../project.examples';
import { setTarget, type SetTarget } from './set-target';

const { given } = spec(project, setTarget);
const share = (numerator: number, denominator = 100) => ({ kind: 'SHARE' as const, numerator, denominator });
const call = (more: Partial<SetTarget['data']> = {}) =>
  saying({ ...aimed.data, targetId: otherTargetId, ...more });
const other = (more: Partial<SetTarget['data']> = {}) => ({
  ...aimed,
  data: { ...aimed.data, targetId: otherTargetId, ...more },
});
const reason = text('9');

describe('registry.set-target', () => {
  it('sets what is aimed at, as two numbers', () => given(opened).when(call()).then(other()));
  it('hears it once, whatever the id', () => given(opened, aimed).when(call()).then());
  it('takes the place of the figure of the same period, with a reason', () =>
    given(opened, aimed)
      .when(call({ target: share(35), reason }))
      .then({ ...aimed, data: { ...aimed.data, target: share(35), reason } }));
  it('refuses another figure without a reason', () =>
    given(opened, aimed)
      .when(call({ target: share(35) }))
      .thenRefused('reason-missing'));
  it('tells equal shares of other numbers apart', () =>
    given(opened, aimed)
      .when(call({ target: share(15, 50) }))
      .thenRefused('reason-missing'));
  it.each([{ sex: 'F' as const }, { to: '2024-12-31' }, { indicator: 'IND-05' }])(
    'stands beside one of another sex, period or indicator: %o',
    (more) => given(opened, aimed).when(call(more)).then(other(more)),
  );
  it('is set anew after a withdrawal, without a reason', () =>
    given(opened, aimed, withdrawn).when(call()).then(other()));
  it('refuses a period that ends before it begins', () =>
    given(opened)
      .when(call({ to: '2024-10-31' }))
      .thenRefused('ends-before-it-begins'));
  it.each([{ from: '2024-10-31' }, { to: '2025-02-01' }])('refuses a period outside the window: %o', (more) =>
    given(opened).when(call(more)).thenRefused('outside-the-window'),
  );
  it.each([{ target: share(101) }, { baseline: share(2, 1) }])('refuses a share above one: %o', (more) =>
    given(opened).when(call(more)).thenRefused('share-above-one'),
  );
  it('refuses a baseline that cannot be compared', () =>
    given(opened)
      .when(call({ baseline: { kind: 'COUNT', count: 91 } }))
      .thenRefused('baseline-of-another-kind'));
  it('counts without a baseline', () => {
    const counted = { baseline: null, target: { kind: 'COUNT' as const, count: 504 }, indicator: 'IND-03' };
    given(opened).when(call(counted)).then(other(counted));
  });
  it('refuses a project that is closed, or that nobody opened', () => {
    given(opened, closed).when(call()).thenRefused('project-closed');
    given().when(call()).thenRefused('project-unknown');
  });
});
