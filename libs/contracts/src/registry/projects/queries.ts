import { z } from 'zod';
import { SEXES } from '../../code-lists';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id, indicatorCode, purposeCode } from '../../primitives';
import { POLICY_MARKERS } from './policy-markers';
import { donor, figure, marker, SUPPORT_KINDS } from './shapes';

const project = z.strictObject({
  id: id(),
  title: z.string(),
  donor: donor(),
  /** The name of a donor the list does not have. */
  donorOther: z.string().nullable(),
  implementer: z.string().nullable(),
  from: day(),
  to: day(),
  closedOn: day().nullable(),
  /** Whether it supports nothing in particular, so the whole country. */
  countryWide: z.boolean(),
  revision: z.string(),
});

export const listProjects = defineQuery({
  name: 'registry.list-projects',
  summary:
    'Projects, by their first day; of a territory, those that support something in it and country-wide ones',
  request: z.strictObject({
    ...pageRequest,
    donor: donor().optional(),
    /** Only those whose window holds that day and that were not closed before. */
    openOn: day().optional(),
    territory: id().optional(),
  }),
  response: pageOf(project),
});

const target = z.strictObject({
  id: id(),
  indicator: indicatorCode(),
  sex: z.enum(SEXES).nullable(),
  from: day(),
  to: day(),
  baseline: figure().nullable(),
  target: figure(),
  /** How many times it took the place of another figure. */
  superseded: z.number().int(),
  withdrawn: z.boolean(),
});

/** Read from the project's own events; the actual figures are those of `/v1/indicators` over the same period. */
export const getProject = defineQuery({
  name: 'registry.get-project',
  summary: 'One project with its codes, what it supports and its targets',
  request: z.strictObject({ projectId: id() }),
  response: project.extend({
    purposeCodes: z.array(purposeCode()),
    markers: z.array(marker()),
    supports: z.array(
      z.strictObject({
        kind: z.enum(SUPPORT_KINDS),
        supportedId: id(),
        since: day(),
        endedOn: day().nullable(),
      }),
    ),
    targets: z.array(target),
  }),
});

const name = z.strictObject({ fr: z.string(), en: z.string() });
const source = z.strictObject({ name: z.string(), url: z.string() });

export const listDonors = defineQuery({
  name: 'registry.list-donors',
  summary: 'Donors a project may name',
  request: z.strictObject({}),
  response: z.strictObject({ items: z.array(z.strictObject({ donor: donor(), name })) }),
});

export const listPurposeCodes = defineQuery({
  name: 'registry.list-purpose-codes',
  summary: 'DAC/CRS purpose codes and policy markers a project may bear, with their sources',
  request: z.strictObject({}),
  response: z.strictObject({
    items: z.array(z.strictObject({ code: purposeCode(), category: z.string(), name })),
    markers: z.array(z.strictObject({ marker: z.enum(POLICY_MARKERS), iati: z.string(), name })),
    sources: z.strictObject({ purposeCodes: source, markers: source }),
  }),
});

export const projectQueries = [listProjects, getProject, listDonors, listPurposeCodes] as const;
