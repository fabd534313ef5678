import { headerOf, said, sealing, type Asked, type Told } from '@benkan/doors';
import type { SealedText } from '@benkan/contracts';
import type { Decision, Said } from '@benkan/kernel';
import type { Unit, UnitChange } from '@benkan/registry-domain';
import { units } from '../aggregates';
import type { RegistryContext } from '../context';

type DatedBody = {
  readonly unitId: string;
  readonly effectiveOn: string;
  readonly legalAct: string | null;
};

type SealedBody<Body extends DatedBody> = Omit<Body, 'legalAct' | 'name'> & {
  readonly legalAct: SealedText | null;
} & (Body extends { readonly name: string } ? { readonly name: SealedText } : unknown);

type Saying<Body extends DatedBody, Known extends object> = {
  readonly decide: (command: Said<SealedBody<Body> & Known>, unit: Unit) => Decision<UnitChange, string>;
  /** What the decision must know of other units. */
  readonly known: (body: Body) => Promise<Known>;
};

/** Says of one unit what happened to it on a day: its texts sealed, one fact on its own stream. */
export const saying =
  <Body extends DatedBody, Known extends object>(
    { handle, vault }: RegistryContext,
    { decide, known }: Saying<Body, Known>,
  ) =>
  async (asked: Asked<Body>): Promise<Told> => {
    const { unitId, effectiveOn, legalAct } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const name: unknown = Reflect.get(asked.body, 'name');
    const data = {
      ...asked.body,
      legalAct: texts.maybe('legalAct', legalAct),
      ...(typeof name === 'string' && { name: texts.text('name', name) }),
    } as unknown as SealedBody<Body>;
    const more = await known(asked.body);
    const told = await handle({
      aggregate: units,
      id: unitId,
      header: headerOf(asked, vault, data, effectiveOn),
      decide: (state) => decide(said(asked, vault, { ...data, ...more }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: unitId };
  };
