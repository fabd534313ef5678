import { headerOf, said, sealing, type Asked, type Sealing, type Told } from '@benkan/doors';
import type { Decision, Said } from '@benkan/kernel';
import type { Recommendation, RecommendationFact } from '@benkan/meetings-domain';
import { recommendations } from '../aggregates';
import type { MeetingsContext } from '../context';

type Named = { readonly recommendationId: string };

/** How a request becomes a command on a recommendation that exists. */
export type Saying<Body, Data, Known> = {
  /** What is meant, its texts as references. */
  readonly meant: (body: Body, texts: Sealing) => Data;
  /** What others know of it: heard by the decision, no part of what was said. */
  readonly known: (asked: Asked<Body>) => Promise<Known>;
  /** The day it happened, YYYY-MM-DD. */
  readonly on: (body: Body) => string | null;
  readonly decide: (
    command: Said<Data & Known>,
    state: Recommendation,
  ) => Decision<RecommendationFact, string>;
};

/** For what others need not be asked about. */
export const nothingElse = (): Promise<object> => Promise.resolve({});

/** Says something to a recommendation that exists. */
export const tellRecommendation =
  <Body extends Named, Data extends Named, Known extends object>(
    { handle, vault }: MeetingsContext,
    saying: Saying<Body, Data, Known>,
  ) =>
  async (asked: Asked<Body>): Promise<Told> => {
    const { recommendationId } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = saying.meant(asked.body, texts);
    const known = await saying.known(asked);
    const told = await handle({
      aggregate: recommendations,
      id: recommendationId,
      header: headerOf(asked, vault, data, saying.on(asked.body)),
      decide: (state) => saying.decide(said(asked, vault, { ...data, ...known }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: recommendationId };
  };
