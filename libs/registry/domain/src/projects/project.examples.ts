import { at, by, ids, text } from '../registry.examples';
import type {
  ProjectClosed,
  ProjectOpened,
  ProjectRevised,
  SupportBegun,
  SupportEnded,
  TargetSet,
  TargetWithdrawn,
} from './project-facts';

/** Facts about one project, on 1 December 2024. */
export const projectId = '66666666-6666-5666-8666-666666666666';
export const targetId = '77777777-7777-5777-8777-777777777777';
export const otherTargetId = '88888888-8888-5888-8888-888888888888';
export const tomorrow = '2024-12-02';

/** A command as it reaches a decision. */
export const saying = <Data>(data: Data) => ({ data, at, by });

const share = (numerator: number) => ({ kind: 'SHARE' as const, numerator, denominator: 100 });

export const opened: ProjectOpened = {
  type: 'project-opened',
  data: {
    ...{ projectId, title: text('1'), donor: 'EUCAP_SAHEL_MALI', donorOther: null, implementer: text('2') },
    ...{ from: '2024-11-01', to: '2025-01-31', purposeCodes: ['15210'] },
    markers: [{ marker: 'GENDER_EQUALITY', significance: 1 }],
  },
};
export const revised: ProjectRevised = {
  type: 'project-revised',
  data: {
    ...{ projectId, from: '2024-11-01', to: '2025-03-31', purposeCodes: ['15210', '15220'] },
    ...{ markers: [{ marker: 'GENDER_EQUALITY', significance: 2 }], reason: text('3') },
  },
};
export const begun: SupportBegun = {
  type: 'support-begun',
  data: { projectId, kind: 'COMMITTEE', supportedId: ids.committee, since: '2024-11-01' },
};
export const ended: SupportEnded = {
  type: 'support-ended',
  data: { projectId, supportedId: ids.committee, endedOn: '2024-11-30' },
};
export const aimed: TargetSet = {
  type: 'target-set',
  data: {
    ...{ projectId, targetId, indicator: 'IND-04', sex: null, from: '2024-11-01', to: '2025-01-31' },
    ...{ baseline: share(18), target: share(30), reason: null },
  },
};
export const withdrawn: TargetWithdrawn = {
  type: 'target-withdrawn',
  data: { projectId, targetId, reason: text('4') },
};
export const closed: ProjectClosed = {
  type: 'project-closed',
  data: { projectId, closedOn: '2024-11-30', reason: text('5') },
};
