import type { MeetingsContext } from '../context';
import { adoptMinutesDoor } from './adopt-minutes';
import { correctMinutesDoor, transmitMinutesDoor } from './after-adoption';
import { draftMinutesDoor } from './draft-minutes';
import { getMinutesDoor, listMinutesDoor } from './queries';

/** Everything that is said and asked of minutes. */
export const minutesDoors = (context: MeetingsContext) => [
  draftMinutesDoor(context),
  adoptMinutesDoor(context),
  correctMinutesDoor(context),
  transmitMinutesDoor(context),
  listMinutesDoor(context),
  getMinutesDoor(context),
];
