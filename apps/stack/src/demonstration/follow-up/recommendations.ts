import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import type { Saying } from './say';
import type { Correspondence, FollowUp } from './set';

/** Ids of recommendations, by their number. */
export type Numbered = ReadonlyMap<string, string>;

const idOf = (numbered: Numbered, number: string): string => {
  const id = numbered.get(number);
  if (id === undefined) throw new Error(`no recommendation has the number ${number}`);
  return id;
};

const lettersOf =
  (numbered: Numbered) =>
  ({
    number,
    sentOn,
    channel,
    acknowledgedOn,
    answeredOn,
    answer,
    text,
  }: Correspondence): readonly Saying[] => {
    const recommendationId = idOf(numbered, number);
    const say = (contract: Saying['contract'], body: object): Saying => ({
      ...{ contract, about: recommendationId, body: { recommendationId, ...body } },
    });
    return [
      say(meetings.sendRecommendation, { on: sentOn, channel }),
      ...(acknowledgedOn === undefined
        ? []
        : [say(meetings.acknowledgeRecommendation, { on: acknowledgedOn })]),
      ...(answeredOn === undefined
        ? []
        : [say(meetings.answerRecommendation, { on: answeredOn, answer, text })]),
    ];
  };

/** The committee of the District, to which what stays unanswered goes up. */
export const regionalCommittee = ({ regionalCommittee: own }: FollowUp, unitId: string) => {
  const { installedOn, name, legalAct, unitCode } = own;
  const committeeId = derivedId('demonstration', 'regional-committee', unitCode);
  const sayings: readonly Saying[] = [
    {
      ...{ contract: registry.establishCommittee, about: committeeId },
      body: { id: committeeId, unitId, level: 'REGION', name, legalAct },
    },
    { contract: registry.installCommittee, about: committeeId, body: { committeeId, installedOn } },
  ];
  return { committeeId, sayings };
};

/** What was sent, answered or left unanswered, and what went up to the regional committee. */
export const recommendationsFollowUp = (
  { correspondence, escalations }: FollowUp,
  numbered: Numbered,
  committeeId: string,
): readonly Saying[] => [
  ...correspondence.flatMap(lettersOf(numbered)),
  ...escalations.map(({ number, on }): Saying => {
    const recommendationId = idOf(numbered, number);
    const body = { recommendationId, committeeId, on };
    return { contract: meetings.escalateRecommendation, about: recommendationId, body };
  }),
];
