import { said } from '@benkan/doors';
import {
  closeProject as closeContract,
  openProject as openContract,
  reviseProject as reviseContract,
} from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { closeProject, openProject, reviseProject } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { committeeKnown } from '../protection/protection-door';
import { projectDoor } from './project-door';

const all = async (ids: readonly string[], known: (id: string) => Promise<boolean>): Promise<boolean> =>
  (await Promise.all(ids.map(known))).every(Boolean);

/** registry.open-project */
export const openProjectDoor = (context: RegistryContext) =>
  projectDoor(context, openContract, async (asked, texts) => {
    const { id: given, title, donorOther, implementer, ...body } = asked.body;
    const data = {
      ...body,
      projectId: given ?? derivedId('project', asked.commandId),
      title: texts.text('title', title),
      donorOther: texts.maybe('donorOther', donorOther),
      implementer: texts.maybe('implementer', implementer),
    };
    const committeesKnown = await all(body.committeeIds, (id) => committeeKnown(context, id));
    const unitsKnown = await all(body.unitIds, context.unitKnown);
    return {
      data,
      on: body.from,
      decide: (state) =>
        openProject(said(asked, context.vault, { ...data, committeesKnown, unitsKnown }), state),
    };
  });

/** registry.revise-project */
export const reviseProjectDoor = (context: RegistryContext) =>
  projectDoor(context, reviseContract, (asked, texts) => {
    const { reason, ...body } = asked.body;
    const data = { ...body, reason: texts.text('reason', reason) };
    return {
      data,
      on: null,
      decide: (state) => reviseProject(said(asked, context.vault, data), state),
    };
  });

/** registry.close-project */
export const closeProjectDoor = (context: RegistryContext) =>
  projectDoor(context, closeContract, (asked, texts) => {
    const { reason, ...body } = asked.body;
    const data = { ...body, reason: texts.text('reason', reason) };
    return {
      data,
      on: body.closedOn,
      decide: (state) => closeProject(said(asked, context.vault, data), state),
    };
  });
