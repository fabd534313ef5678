import type { SealedText } from '@benkan/contracts';
import { projectEvents } from '@benkan/contracts/registry';
import type { Projection } from '@benkan/projections';
import type { Begun, Opened } from '@benkan/registry-domain';
import { ofRegistry, type RegistryEvent } from '../registry-event';

type ProjectEvent = Extract<RegistryEvent, { type: (typeof projectEvents)[number]['type'] }>;
type Told = Exclude<ProjectEvent, { type: 'project-opened' }>;

/** A project as it is listed; its title, its implementer and the name of its donor stay in the vault. */
export type ProjectView = {
  readonly id: string;
  readonly title: SealedText;
  readonly donor: Opened['donor'];
  readonly donorOther: SealedText | null;
  readonly implementer: SealedText | null;
  readonly from: string;
  readonly to: string;
  readonly closedOn: string | null;
  /** Whatever it ever supported. */
  readonly committeeIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly countryWide: boolean;
  readonly revision: string;
  /** The day it is listed by. */
  readonly order: string;
};

const supported = (view: ProjectView, { kind, supportedId }: Begun): Partial<ProjectView> => {
  const field = kind === 'COMMITTEE' ? 'committeeIds' : 'unitIds';
  return { [field]: [...new Set([...view[field], supportedId])], countryWide: false };
};

const changes = (view: ProjectView, { type, data }: Told): Partial<ProjectView> => {
  switch (type) {
    case 'project-revised':
      return { from: data.from, to: data.to, order: data.from };
    case 'support-begun':
      return supported(view, data);
    case 'project-closed':
      return { closedOn: data.closedOn };
    default:
      return {};
  }
};

const opened = ({ projectId, title, donor, donorOther, implementer, from, to }: Opened) => ({
  ...{ id: projectId, title, donor, donorOther, implementer, from, to, closedOn: null },
  ...{ committeeIds: [], unitIds: [], countryWide: true, order: from },
});

const types: ReadonlySet<string> = new Set(projectEvents.map(({ type }) => type));
const isOurs = (event: RegistryEvent): event is ProjectEvent => types.has(event.type);

const evolve = (view: ProjectView | undefined, event: RegistryEvent): ProjectView | undefined => {
  if (!isOurs(event)) return view;
  const revision = String(event.revision);
  if (event.type === 'project-opened') return { ...opened(event.data), revision };
  return view && { ...view, ...changes(view, event), revision };
};

/** One document a project. */
export const projectsProjection: Projection<ProjectView> = ofRegistry({
  name: 'projects',
  version: 1,
  keys: (event) => (isOurs(event) ? [event.data.projectId] : []),
  evolve,
});
