import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The folder of the demonstration set. */
export const DEMO_SET = resolve(__dirname, '../../../../../data/demo');

export type DemoFile = { readonly kind: string; readonly name: string; readonly bytes: Uint8Array };

const xlsxOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(DEMO_SET, folder)))
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
    .map((name) => join(folder, name));

/** The demonstration set, in the order its sheets build on one another. */
export const demoFiles = async (): Promise<readonly DemoFile[]> => {
  const named: readonly (readonly [string, string])[] = [
    ['committees', 'comites.csv'],
    ...(await xlsxOf('formations')).map((name) => ['training-attendance', name] as const),
    ...(await xlsxOf('reunions')).map((name) => ['meeting-attendance', name] as const),
    ['meeting-tallies', 'reunions/commune-V-comptages.csv'],
    ['recommendations', 'recommandations.csv'],
    ['actor-map', 'cartographie-acteurs.csv'],
  ];
  return Promise.all(
    named.map(async ([kind, name]) => ({ kind, name, bytes: await readFile(join(DEMO_SET, name)) })),
  );
};
