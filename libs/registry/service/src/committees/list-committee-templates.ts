import { queryDoor } from '@benkan/doors';
import { listCommitteeTemplates as contract } from '@benkan/contracts/registry';
import { committeeTemplates } from '@benkan/registry-domain';
import { forcesOf } from './shown';

const items = Object.values(committeeTemplates).map(({ template, level, seats }) => ({
  template,
  level,
  seats: seats.map(({ category, label, basis, alternatesAllowed }) => ({
    ...{ category, label, basis, alternatesAllowed },
    ...forcesOf(category),
  })),
}));

/** registry.list-committee-templates: the same for everybody. */
export const listCommitteeTemplatesDoor = () => queryDoor(contract, async () => ({ items }));
