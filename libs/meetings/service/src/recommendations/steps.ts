import { commandDoor, headerOf, said, sealing, type Asked, type Told } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import {
  claimImplementation as claimContract,
  verifyImplementation as verifyContract,
} from '@benkan/contracts/meetings';
import {
  claimImplementation,
  verifyImplementation,
  type Recommendation,
  type RecommendationFact,
  type SaidStep,
} from '@benkan/meetings-domain';
import type { Decision, Said } from '@benkan/kernel';
import { recommendations } from '../aggregates';
import type { MeetingsContext } from '../context';

type Step = RequestOf<typeof claimContract> | RequestOf<typeof verifyContract>;
type DecideStep = (command: Said<SaidStep>, state: Recommendation) => Decision<RecommendationFact, string>;

const tellStep =
  ({ handle, vault }: MeetingsContext, decide: DecideStep) =>
  async (asked: Asked<Step>): Promise<Told> => {
    const { recommendationId, on, evidence, onBehalfOf } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = {
      recommendationId,
      on,
      evidence: texts.text('evidence', evidence),
      onBehalfOf: onBehalfOf ?? null,
    };
    const told = await handle({
      aggregate: recommendations,
      id: recommendationId,
      header: headerOf(asked, vault, data, on),
      decide: (state) => decide(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: recommendationId };
  };

/** meetings.claim-implementation */
export const claimImplementationDoor = (context: MeetingsContext) =>
  commandDoor(claimContract, tellStep(context, claimImplementation));

/** meetings.verify-implementation */
export const verifyImplementationDoor = (context: MeetingsContext) =>
  commandDoor(verifyContract, tellStep(context, verifyImplementation));
