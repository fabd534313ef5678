import type { DemoApi } from '../api';
import { recommendationsFollowUp, regionalCommittee } from './recommendations';
import { sayAll } from './say';
import { followUpSet, type FollowUp } from './set';
import { trainingFollowUp } from './trainings';

type Training = { readonly id: string; readonly unitId: string };
type Recommendation = { readonly id: string; readonly number: string | null };
type Unit = { readonly id: string };

const unitOf = async (api: DemoApi, code: string): Promise<string> => {
  const [unit] = await api.list<Unit>(`territories?code=${code}`);
  if (unit === undefined) throw new Error(`no unit has the code ${code}`);
  return unit.id;
};

const numbersOf = async (api: DemoApi, atLeast: string | undefined) => {
  const found = await api.list<Recommendation>('recommendations', atLeast);
  return new Map(found.flatMap(({ id, number }) => (number === null ? [] : [[number, id] as const])));
};

const closedTrainings = async (api: DemoApi, { trainings }: FollowUp, atLeast: string | undefined) => {
  const units = await Promise.all(trainings.closedIn.map((code) => unitOf(api, code)));
  const all = await api.list<Training>('trainings', atLeast);
  return all.filter(({ unitId }) => units.includes(unitId));
};

const sayingsOf = async (api: DemoApi, set: FollowUp, atLeast: string | undefined) => {
  const above = regionalCommittee(set, await unitOf(api, set.regionalCommittee.unitCode));
  const trainings = await closedTrainings(api, set, atLeast);
  return [
    ...above.sayings,
    ...trainings.flatMap(({ id }) => trainingFollowUp(set)(id)),
    ...recommendationsFollowUp(set, await numbersOf(api, atLeast), above.committeeId),
  ];
};

/** Tells what followed the sheets that were imported up to a position; answers the position that includes it. */
export const tellFollowUp = async (api: DemoApi, atLeast: string | undefined): Promise<string> => {
  const set = await followUpSet();
  return String(await sayAll(api, await sayingsOf(api, set, atLeast)));
};
