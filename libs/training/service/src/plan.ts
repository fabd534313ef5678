import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { plan as contract } from '@benkan/contracts/training';
import { derivedId } from '@benkan/messaging';
import { plan } from '@benkan/training-domain';
import { trainings } from './aggregates';
import type { TrainingContext } from './context';

/** training.plan */
export const planDoor = ({ handle, vault, unitKnown }: TrainingContext) =>
  commandDoor(contract, async (asked) => {
    const { id: given, title, ...body } = asked.body;
    const trainingId = given ?? derivedId('training', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const data = { trainingId, ...body, title: texts.maybe('title', title) };
    const known = await unitKnown(body.unitId, asked);
    const told = await handle({
      aggregate: trainings,
      id: trainingId,
      header: headerOf(asked, vault, data),
      decide: (state) => plan(said(asked, vault, { ...data, unitKnown: known }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: trainingId };
  });
