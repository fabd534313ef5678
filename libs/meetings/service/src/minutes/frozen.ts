import type { z } from 'zod';
import { isFsi } from '@benkan/contracts';
import { getParticipants } from '@benkan/contracts/registry';
import type { Because } from '@benkan/doors';
import { Fault } from '@benkan/messaging';
import { quorumOf, type AttendanceCounts, type Frozen, type HeldMeeting } from '@benkan/meetings-domain';
import { findRecommendation, listRecommendations } from '@benkan/meetings-read-model';
import type { MeetingsContext } from '../context';

type Person = Pick<
  z.output<typeof getParticipants.response>['items'][number],
  'id' | 'sex' | 'ageBand' | 'corps'
>;
type Band = AttendanceCounts['bands'][number];
type Sheet = HeldMeeting['sheet'];

/** People of one question. */
const MOST = 300;
/** 15 to 35, as the youth policy says. */
const YOUNG: readonly Band['band'][] = ['15-17', '18-24', '25-29', '30-35'];
const KEYS = { F: 'women', M: 'men', NR: 'notReported' } as const;

const peopleOf = async (
  { ask }: Pick<MeetingsContext, 'ask'>,
  ids: readonly string[],
  because: Because,
): Promise<readonly Person[]> => {
  const found: Person[] = [];
  for (let from = 0; from < ids.length; from += MOST) {
    const participantIds = ids.slice(from, from + MOST);
    const answer = await ask(getParticipants, { participantIds }, because);
    // minutes that leave people out are worse than none
    if (answer === undefined) throw new Fault('unavailable');
    found.push(...answer.items);
  }
  return found;
};

const bandsOf = (people: readonly Person[]): Band[] => {
  const bands = new Map<Band['band'], Band>();
  for (const { ageBand: band, sex } of people) {
    const before = bands.get(band) ?? { band, women: 0, men: 0, notReported: 0 };
    bands.set(band, { ...before, [KEYS[sex]]: before[KEYS[sex]] + 1 });
  }
  return [...bands.values()].sort((one, other) => (one.band < other.band ? -1 : 1));
};

const corpsOf = (people: readonly Person[]): AttendanceCounts['corps'] => {
  const counts = new Map<NonNullable<Person['corps']>, number>();
  for (const { corps } of people) if (corps !== null) counts.set(corps, (counts.get(corps) ?? 0) + 1);
  return [...counts].map(([corps, count]) => ({ corps, count }));
};

const ofPeople = (people: readonly Person[]) => ({
  women: people.filter(({ sex }) => sex === 'F').length,
  youth: people.filter(({ ageBand }) => YOUNG.includes(ageBand)).length,
  isf: people.filter(({ corps }) => corps !== null && isFsi(corps)).length,
  bands: bandsOf(people),
  corps: corpsOf(people),
});

const NOBODY = { excused: 0, absent: 0, represented: 0, bands: [], corps: [] };

const counted = (sheet: Extract<Sheet, { mode: 'tally' }>): AttendanceCounts => {
  const { women, men, notReported, youth, isf } = sheet.counts;
  return { ...NOBODY, present: women + men + notReported, women, youth, isf };
};

const attendanceOf = async (
  context: Pick<MeetingsContext, 'ask'>,
  sheet: Sheet,
  because: Because,
): Promise<AttendanceCounts> => {
  if (sheet.mode === 'tally') return counted(sheet);
  const lines = sheet.mode === 'nominative' ? [...sheet.lines.values()] : [];
  const being = (wanted: string) => lines.filter(({ status }) => status === wanted);
  const present = being('PRESENT').map(({ participantId }) => participantId);
  return {
    present: present.length,
    ...ofPeople(await peopleOf(context, present, because)),
    excused: being('EXCUSED').length,
    absent: being('ABSENT').length,
    represented: being('REPRESENTED').length,
  };
};

/** Recommendations of one meeting, at most. */
const MOST_ISSUED = 500;

const recommendationsOf = async (
  { recommendations }: Pick<MeetingsContext, 'recommendations'>,
  meetingId: string,
  followed: readonly string[],
): Promise<Frozen['recommendations']> => {
  const model = recommendations.current();
  const page = await listRecommendations(model, { meetingId, limit: MOST_ISSUED });
  const views = await Promise.all(followed.map((id) => findRecommendation(model, id)));
  return {
    issued: page.kind === 'page' ? page.rows.map(({ id }) => id).reverse() : [],
    followedUp: views.flatMap((view) =>
      view === undefined ? [] : [{ recommendationId: view.id, status: view.status }],
    ),
  };
};

const writtenOf = (sheet: Sheet) =>
  sheet.mode === 'nominative' ? { mode: sheet.mode, lines: [...sheet.lines.values()] } : sheet;

/** What a meeting is now, as its minutes say it. Throws a `Fault` when the registry cannot answer. */
export const frozenOf = async (
  context: Pick<MeetingsContext, 'ask' | 'recommendations'>,
  { convened, agenda, held, composition, sheet }: HeldMeeting,
  because: Because,
): Promise<Frozen> => {
  const { meetingId, meetingKind } = convened;
  const { heldOn, presidingCapacity, place } = held;
  const followed = (agenda ?? []).flatMap(({ recommendationIds }) => recommendationIds);
  const [attendance, recommendations] = await Promise.all([
    attendanceOf(context, sheet, because),
    recommendationsOf(context, meetingId, [...new Set(followed)]),
  ]);
  return {
    ...{ meetingKind, heldOn, presidingCapacity, place, attendance, recommendations },
    agenda: agenda === null ? [...convened.agenda] : agenda.map(({ title }) => title),
    quorum: quorumOf(composition, writtenOf(sheet)),
  };
};
