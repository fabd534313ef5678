import { subtreeAsked, territoryOf, type Service, type ServiceDeps } from '@benkan/doors';
import { errorFields } from '@benkan/observability';
import type { Spreadsheets } from '@benkan/spreadsheet';
import {
  getImportDoor,
  getRefusedRowsDoor,
  listImportsDoor,
  putPartDoor,
  receiveDoor,
  type ImportsContext,
} from './doors';
import { jobRunner } from './jobs/job-runner';
import { jobShelf } from './jobs/job-shelf';

const KEPT_MS = 30 * 24 * 3_600_000;
const SWEEP_MS = 6 * 3_600_000;

/** Imports: spreadsheets in, commands out, a report per row. Files and reports are destroyed after 30 days. */
export const openImports = async (deps: ServiceDeps, spreadsheets: Spreadsheets): Promise<Service> => {
  const shelf = jobShelf(deps.vault);
  const runner = jobRunner(deps, shelf, spreadsheets);
  const sweep = () => {
    deps.vault
      .destroyFilesBefore(new Date(deps.now().getTime() - KEPT_MS))
      .catch((error: unknown) => deps.log.warn('old imports are still kept', errorFields(error)));
  };
  const sweeping = setInterval(sweep, SWEEP_MS);
  sweeping.unref();
  sweep();
  await runner.resume();

  const territory = territoryOf({ below: subtreeAsked(deps.ask), units: {}, now: deps.now });
  const context: ImportsContext = { ...deps, shelf, runner, territory };
  return {
    name: 'imports',
    doors: [
      putPartDoor(context),
      receiveDoor(context),
      getImportDoor(context),
      listImportsDoor(context),
      getRefusedRowsDoor(context),
    ],
    territory,
    ready: Promise.resolve(),
    waitFor: () => Promise.resolve(true),
    stop: async () => {
      clearInterval(sweeping);
      await runner.stop();
    },
  };
};
