import type { Projection } from '@benkan/projections';
import { standing, told, type Assessed } from '@benkan/registry-domain';
import { ofRegistry } from '../registry-event';

type Assessment = Pick<Assessed, 'level' | 'assessedOn' | 'reviewOn'> & { readonly since: string };

/** When the risk of a committee is to be looked at again, by its latest assessment. */
export type ReviewView = Pick<Assessed, 'level' | 'assessedOn' | 'reviewOn'> & {
  /** Of the committee. */
  readonly id: string;
  readonly assessments: readonly Assessment[];
  /** The day it is listed by. */
  readonly order: string;
};

/** One document a committee that was ever assessed. */
export const reviewsProjection: Projection<ReviewView> = ofRegistry({
  name: 'risk-reviews',
  version: 1,
  keys: (event) => (event.type === 'risk-assessed' ? [event.data.committeeId] : []),
  evolve: (view, event) => {
    if (event.type !== 'risk-assessed') return view;
    const { committeeId: id, level, assessedOn, reviewOn } = event.data;
    const one = { since: assessedOn, level, assessedOn, reviewOn };
    const assessments = told(view?.assessments ?? [], one);
    const last = standing(assessments) ?? one;
    return {
      ...{ id, level: last.level, assessedOn: last.assessedOn, reviewOn: last.reviewOn },
      ...{ assessments, order: last.reviewOn },
    };
  },
});
