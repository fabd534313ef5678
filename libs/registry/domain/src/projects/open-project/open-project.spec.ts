import { spec } from '@benkan/testing';
import { ids, text } from '../../registry.examples';
import { project } from '../project';
import { begun, opened, saying } from '../project.examples';
import { openProject, type OpenProject } from './open-project';

const { given } = spec(project, openProject);
const call = (more: Partial<OpenProject['data']> = {}) =>
  saying({
    ...{ ...opened.data, committeeIds: [], unitIds: [], committeesKnown: true, unitsKnown: true },
    ...more,
  });

describe('registry.open-project', () => {
  it('opens it for the whole country', () => given().when(call()).then(opened));
  it('supports what it names from its first day, each once', () =>
    given()
      .when(call({ committeeIds: [ids.committee, ids.committee], unitIds: [ids.unit] }))
      .then(opened, begun, {
        type: 'support-begun',
        data: { ...begun.data, kind: 'UNIT', supportedId: ids.unit },
      }));
  it('hears it once, and once only so', () => {
    given(opened).when(call()).then();
    given(opened)
      .when(call({ donor: 'UNDP' }))
      .thenRefused('differs-from-recorded');
  });
  it('refuses an end before the beginning, and takes a single day', () => {
    given()
      .when(call({ to: '2024-10-31' }))
      .thenRefused('ends-before-it-begins');
    given()
      .when(call({ to: '2024-11-01' }))
      .then({ ...opened, data: { ...opened.data, to: '2024-11-01' } });
  });
  it('refuses a code or a marker named twice', () => {
    given()
      .when(call({ purposeCodes: ['15210', '15210'] }))
      .thenRefused('codes-repeat');
    given()
      .when(
        call({ markers: [0, 2].map((significance) => ({ marker: 'DISABILITY' as const, significance })) }),
      )
      .thenRefused('codes-repeat');
  });
  it('names a donor by its code; by a name only where the list lacks it', () => {
    given()
      .when(call({ donor: 'OTHER' }))
      .thenRefused('donor-name-missing');
    given()
      .when(call({ donorOther: text('9') }))
      .thenRefused('donor-name-not-needed');
    given()
      .when(call({ donor: 'OTHER', donorOther: text('9') }))
      .then({ ...opened, data: { ...opened.data, donor: 'OTHER', donorOther: text('9') } });
  });
  it('refuses to support what nobody knows', () => {
    given()
      .when(call({ committeeIds: [ids.committee], committeesKnown: false }))
      .thenRefused('committee-unknown');
    given()
      .when(call({ unitIds: [ids.unit], unitsKnown: false }))
      .thenRefused('unit-unknown');
  });
});
