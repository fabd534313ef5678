import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_SET } from '../files';

type Texts = Readonly<Record<string, string>>;

export type Correspondence = {
  readonly number: string;
  readonly sentOn: string;
  readonly channel: string;
  readonly acknowledgedOn?: string;
  readonly answeredOn?: string;
  readonly answer?: string;
  readonly text?: string;
};

/** What became of the meetings and trainings of the demonstration set, as data/demo/suites.json tells it. */
export type FollowUp = {
  readonly trainings: {
    /** Codes of the communes whose trainings were closed; the sheets of the others are still open. */
    readonly closedIn: readonly string[];
    readonly termsOfReference: Texts;
    readonly report: Texts;
    readonly satisfaction: object;
  };
  readonly correspondence: readonly Correspondence[];
  readonly regionalCommittee: {
    readonly unitCode: string;
    readonly name: string;
    readonly legalAct: string;
    readonly installedOn: string;
  };
  readonly escalations: readonly { readonly number: string; readonly on: string }[];
};

export const followUpSet = async (): Promise<FollowUp> =>
  JSON.parse(await readFile(join(DEMO_SET, 'suites.json'), 'utf8')) as FollowUp;
