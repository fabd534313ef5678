import { accept, differences, type Decision, type Said } from '@benkan/kernel';
import { firstRefusal } from '../../committees/first-refusal';
import { holds } from '../framing';
import { openToChange, type NotOpen } from '../open-to-change';
import type { KnownProject, Project, Target } from '../project';
import type { Aimed, TargetFigure, TargetSet } from '../project-facts';

export type SetTarget = Said<Aimed>;

export type SetTargetRefusal =
  | NotOpen
  | 'ends-before-it-begins'
  | 'outside-the-window'
  | 'share-above-one'
  | 'baseline-of-another-kind'
  | 'reason-missing';

type Period = Pick<Aimed, 'indicator' | 'sex' | 'from' | 'to'>;

/** The target that stands for an indicator, a sex and a period. */
export const targetOf = ({ targets }: Pick<KnownProject, 'targets'>, of: Period): Target | undefined =>
  [...targets.values()].find(
    ({ withdrawn, indicator, sex, from, to }) =>
      !withdrawn && indicator === of.indicator && sex === of.sex && from === of.from && to === of.to,
  );

const aboveOne = (figure: TargetFigure | null): boolean =>
  figure?.kind === 'SHARE' && figure.numerator > figure.denominator;

const whyNotAimed = ({ framing }: KnownProject, { from, to, baseline, target }: Aimed) =>
  firstRefusal(
    [to < from, 'ends-before-it-begins'],
    [!holds(framing, { from, to }), 'outside-the-window'],
    [aboveOne(target) || aboveOne(baseline), 'share-above-one'],
    [baseline !== null && baseline.kind !== target.kind, 'baseline-of-another-kind'],
  );

/** One target stands for an indicator, a sex and a period; another figure takes its place with a reason. */
export const setTarget = ({ data }: SetTarget, project: Project): Decision<TargetSet, SetTargetRefusal> => {
  const change = openToChange(project);
  if ('no' in change) return change.no;
  const no = whyNotAimed(change.open, data);
  if (no !== undefined) return no;
  const before = targetOf(change.open, data);
  if (before === undefined) return accept({ type: 'target-set', data });
  const { baseline, target } = data;
  if (differences<Pick<Aimed, 'baseline' | 'target'>>(before, { baseline, target }).length === 0)
    return accept();
  const unexplained = firstRefusal([data.reason === null, 'reason-missing']);
  return unexplained ?? accept({ type: 'target-set', data: { ...data, targetId: before.targetId } });
};
