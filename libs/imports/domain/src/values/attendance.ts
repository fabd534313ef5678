import { read, type Parse } from '../parsed';
import { saysNothing, textOf } from '../text';
import { oneOf } from './cells';
import { signature } from './signature';

export type Quality = 'member' | 'alternate' | 'guest' | 'observer' | 'facilitator';

export type MeetingStatus = 'present' | 'excused' | 'absent' | 'represented';

/** In which quality one sits. */
export const quality = oneOf<Quality>(
  [
    [/^(membres?|member|titulaire|membre titulaire)( de droit| designee?)?$/, 'member'],
    [/^(membre )?(suppleant|suppleante|alternate)$/, 'alternate'],
    [/^(invitee?|guest|personne ressource|resource person)$/, 'guest'],
    [/^(observateur|observatrice|observer)$/, 'observer'],
    [/^(facilitateur|facilitatrice|facilitator|moderateur|moderatrice|formateur|formatrice)$/, 'facilitator'],
  ],
  'unknown-quality',
);

const named = oneOf<MeetingStatus>(
  [
    [/^(present|presente)$/, 'present'],
    [/^(excuse|excusee|excused|absente? excusee?)$/, 'excused'],
    [/^(absent|absente)$/, 'absent'],
    [/^(represente|representee|represented)$/, 'represented'],
  ],
  'unknown-status',
);

/** A status in words, or a mark; a blank status is not read, since a blank is not a word. */
export const meetingStatus: Parse<MeetingStatus> = (cell) => {
  const status = named(cell);
  if (status.ok || textOf(cell) === null) return status;
  const mark = signature(cell);
  return mark.ok ? mark : status;
};

/** The same in a signature column, where a blank means that nobody signed. */
export const signedStatus: Parse<MeetingStatus> = (cell) =>
  saysNothing(cell) ? read('absent') : meetingStatus(cell);
