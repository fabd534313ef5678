import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

const project = 'v1/projects/:projectId';
const ofProject = { notFound: 'project-unknown' };
const ofTarget = { ...ofProject, missing: ['target-unknown'] };

/** Ways to the projects. */
export const projectRoutes: readonly Route[] = [
  tell('v1/projects', registry.openProject, { creates: 'v1/projects' }),
  ask('v1/projects', registry.listProjects),
  ask(project, registry.getProject),
  tell(`${project}/revisions`, registry.reviseProject, ofProject),
  tell(`${project}/supports`, registry.beginSupport, ofProject),
  tell(`${project}/supports/:supportedId/ending`, registry.endSupport, ofProject),
  tell(`${project}/targets`, registry.setTarget, ofProject),
  tell(`${project}/targets/:targetId/withdrawal`, registry.withdrawTarget, ofTarget),
  tell(`${project}/closing`, registry.closeProject, ofProject),
  ask('v1/donors', registry.listDonors),
  ask('v1/purpose-codes', registry.listPurposeCodes),
];
