import { replay, told, twice } from '@benkan/testing';
import { projectsProjection } from './project-view';

const id = '11111111-1111-5111-8111-111111111111';
const text = { textRef: id, digest: 'a'.repeat(64) };
const of = (type: string, data: object) => ({ type, data: { projectId: id, ...data } });
const framing = { from: '2024-11-01', to: '2025-01-31', purposeCodes: ['15210'], markers: [] };
const opened = of('project-opened', {
  ...{ title: text, donor: 'UNDP', donorOther: null, implementer: null, ...framing },
});
const view = {
  ...{ id, title: text, donor: 'UNDP', donorOther: null, implementer: null, closedOn: null },
  ...{ from: '2024-11-01', to: '2025-01-31', order: '2024-11-01' },
  ...{ committeeIds: [], unitIds: [], countryWide: true, revision: '0' },
};
const begun = (kind: string, supportedId: string) =>
  of('support-begun', { kind, supportedId, since: '2024-11-01' });
const ended = of('support-ended', { supportedId: 'c', endedOn: '2024-11-30' });
const after = (...facts: readonly { readonly type: string; readonly data: object }[]) =>
  replay(projectsProjection, told(opened, ...facts))[id];

describe('projects', () => {
  it('concerns the country until it supports something', () => {
    expect(after()).toEqual(view);
    expect(after(begun('COMMITTEE', 'c'), begun('UNIT', 'u'))).toMatchObject({
      ...{ countryWide: false, committeeIds: ['c'], unitIds: ['u'], revision: '2' },
    });
  });

  it('lies where it supported something once, each once', () =>
    expect(after(begun('COMMITTEE', 'c'), ended, begun('COMMITTEE', 'c'))).toMatchObject({
      ...{ countryWide: false, committeeIds: ['c'] },
    }));

  it('is revised, and closed', () => {
    const revised = of('project-revised', { ...framing, from: '2024-10-01', reason: text });
    const closed = of('project-closed', { closedOn: '2025-01-15', reason: text });
    expect(after(revised, closed)).toMatchObject({
      ...{ from: '2024-10-01', order: '2024-10-01', closedOn: '2025-01-15', revision: '2' },
    });
  });

  it('counts the facts it shows nothing of', () => {
    const withdrawn = of('target-withdrawn', { targetId: id, reason: text });
    expect(after(withdrawn)).toEqual({ ...view, revision: '1' });
  });

  it('comes back the same, told twice', () => {
    const events = told(opened, begun('UNIT', 'u'));
    const bytes = JSON.stringify(replay(projectsProjection, events));
    expect(JSON.stringify(replay(projectsProjection, twice(events)))).toBe(bytes);
  });

  it('writes nothing of a project nobody opened', () =>
    expect(replay(projectsProjection, told(begun('UNIT', 'u')))).toEqual({}));
});
