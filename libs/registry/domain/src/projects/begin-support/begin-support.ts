import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import { firstRefusal } from '../../committees/first-refusal';
import { holdsDay } from '../framing';
import { openToChange, type NotOpen } from '../open-to-change';
import type { KnownProject, Project } from '../project';
import type { Begun, SupportBegun } from '../project-facts';

export type BeginSupport = Said<
  Pick<Begun, 'projectId' | 'since'> & {
    /** What is named; exactly one where the request is right. */
    readonly named: readonly Pick<Begun, 'kind' | 'supportedId'>[];
    /** Whether the registry knows it. */
    readonly isKnown: boolean;
  }
>;

export type BeginSupportRefusal =
  | NotOpen
  | 'support-not-named'
  | 'committee-unknown'
  | 'unit-unknown'
  | 'outside-the-window'
  | 'already-supported';

type Begin = BeginSupport['data'];

// from the day it ended on, that day included, it is supported already
const overlaps = ({ supports }: KnownProject, { supportedId, since }: Begun): boolean =>
  supports.some((one) => one.supportedId === supportedId && (one.endedOn === null || since <= one.endedOn));

const refusalOf = (open: KnownProject, begun: Begun, isKnown: boolean) =>
  firstRefusal(
    [!isKnown && begun.kind === 'COMMITTEE', 'committee-unknown'],
    [!isKnown, 'unit-unknown'],
    [!holdsDay(open.framing, begun.since), 'outside-the-window'],
    [overlaps(open, begun), 'already-supported'],
  );

const begunOf = ({ projectId, named, since }: Begin): Begun | undefined => {
  const [one, ...more] = named;
  if (one === undefined || more.length > 0) return undefined;
  return { projectId, kind: one.kind, supportedId: one.supportedId, since };
};

/** One committee or one unit is supported from a day of the window on; again only after it ended. */
export const beginSupport = (
  { data }: BeginSupport,
  project: Project,
): Decision<SupportBegun, BeginSupportRefusal> => {
  const change = openToChange(project);
  if ('no' in change) return change.no;
  const begun = begunOf(data);
  if (begun === undefined) return refuse('support-not-named');
  const { supportedId, since } = begun;
  const isSo = change.open.supports.some((one) => one.supportedId === supportedId && one.since === since);
  if (isSo) return accept();
  return refusalOf(change.open, begun, data.isKnown) ?? accept({ type: 'support-begun', data: begun });
};
