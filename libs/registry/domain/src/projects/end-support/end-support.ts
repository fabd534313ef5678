import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { firstRefusal } from '../../committees/first-refusal';
import { holdsDay } from '../framing';
import { openToChange, type NotOpen } from '../open-to-change';
import type { Project } from '../project';
import type { Ended, SupportEnded } from '../project-facts';

export type EndSupport = Said<Ended>;

export type EndSupportRefusal =
  | NotOpen
  | 'not-supported'
  | 'in-the-future'
  | 'before-it-began'
  | 'outside-the-window'
  | 'differs-from-recorded';

/** A support ends on a day that has come, the last one it was given on. */
export const endSupport = (
  { data, at }: EndSupport,
  project: Project,
): Decision<SupportEnded, EndSupportRefusal> => {
  const change = openToChange(project);
  if ('no' in change) return change.no;
  const last = change.open.supports.findLast(({ supportedId }) => supportedId === data.supportedId);
  if (last === undefined) return refuse('not-supported');
  const { endedOn } = data;
  if (last.endedOn !== null) return asRecorded(last, { endedOn });
  const no = firstRefusal(
    [endedOn > dayOf(at), 'in-the-future'],
    [endedOn < last.since, 'before-it-began'],
    [!holdsDay(change.open.framing, endedOn), 'outside-the-window'],
  );
  return no ?? accept({ type: 'support-ended', data });
};
