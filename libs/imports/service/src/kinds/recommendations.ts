import {
  claimImplementation,
  issueRecommendation,
  reportProgress,
  verifyImplementation,
} from '@benkan/contracts/meetings';
import type { RecommendationRow } from '@benkan/imports-domain';
import { derivedId } from '@benkan/messaging';
import type { Kind, Working } from './kind';
import { failed, stepper, trouble, type Done } from './step';

type Found = { readonly committeeId: string; readonly meetingId: string };

const originOf = async (
  { places }: Working,
  { communeCode, meetingDate }: RecommendationRow,
): Promise<Found | Done> => {
  const committeeId = await places.committee(communeCode);
  if (committeeId === undefined)
    return failed(
      trouble(
        (await places.place(communeCode)) === undefined ? 'unknown-commune' : 'no-committee',
        'Code commune',
        communeCode,
      ),
    );
  const [meetingId, other] = await places.heldOn(committeeId, meetingDate);
  if (meetingId === undefined)
    return failed(trouble('no-meeting-that-day', 'Date de la réunion', meetingDate));
  if (other !== undefined) return failed(trouble('two-meetings-that-day', 'Date de la réunion', meetingDate));
  return { committeeId, meetingId };
};

type Followed = {
  readonly recommendationId: string;
  readonly key: string;
  readonly steps: ReturnType<typeof stepper>;
};

const claim = async (
  { say }: Working,
  { statusOn, evidence, claimedBy }: RecommendationRow,
  { recommendationId, key, steps }: Followed,
) => {
  const onBehalfOf = claimedBy === null ? {} : { onBehalfOf: claimedBy };
  steps.take(
    claimImplementation.name,
    await say(
      claimImplementation,
      { recommendationId, on: statusOn, evidence, ...onBehalfOf },
      `${key}|claim`,
    ),
  );
};

const verify = async (
  { say }: Working,
  { statusOn, evidence, verifiedBy }: RecommendationRow,
  { recommendationId, key, steps }: Followed,
) => {
  const onBehalfOf = verifiedBy === null ? {} : { onBehalfOf: verifiedBy };
  steps.take(
    verifyImplementation.name,
    await say(
      verifyImplementation,
      { recommendationId, on: statusOn, evidence, ...onBehalfOf },
      `${key}|verify`,
    ),
  );
};

const follow = async (working: Working, values: RecommendationRow, followed: Followed): Promise<void> => {
  const { recommendationId, key, steps } = followed;
  if (values.status === 'in-progress')
    steps.take(
      reportProgress.name,
      await working.say(reportProgress, { recommendationId, on: values.statusOn }, `${key}|progress`),
    );
  if (values.status === 'implementation-claimed' || values.status === 'implementation-verified')
    await claim(working, values, followed);
  if (values.status === 'implementation-verified' && steps.done().troubles.length === 0)
    await verify(working, values, followed);
};

/** A register of recommendations with what became of each. */
export const recommendations: Kind<'recommendations'> = {
  needs: issueRecommendation.name,
  width: 4,
  open: async (working) => {
    const row = async (values: RecommendationRow, key: string): Promise<Done> => {
      const origin = await originOf(working, values);
      if ('troubles' in origin) return origin;
      const recommendationId = derivedId(
        'recommendation',
        origin.committeeId,
        values.meetingDate,
        values.number,
      );
      const steps = stepper();
      const issued = steps.take(
        issueRecommendation.name,
        await working.say(
          issueRecommendation,
          {
            id: recommendationId,
            meetingId: origin.meetingId,
            theme: values.themeCode,
            text: values.theme,
            number: values.number,
            addressees: [{ type: values.addresseeType, name: values.addressee }],
            ...(values.dueOn === null ? {} : { dueOn: values.dueOn }),
          },
          `${key}|issue`,
        ),
      );
      if (issued !== undefined) await follow(working, values, { recommendationId, key, steps });
      return steps.done();
    };
    return { kind: 'opened', troubles: [], row };
  },
};
