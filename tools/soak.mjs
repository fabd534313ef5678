/** The long versions: every suite that asks `atLength`, one after the other, then memory over a million events. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const suitesIn = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const specs = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(specs.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  return texts.filter(({ text }) => text.includes('atLength(')).map(({ file }) => file);
};

const run = (command, ...args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, BENKAN_SOAK: '1' } }).status ?? 1;

const suites = (await Promise.all(['apps', 'libs'].map(suitesIn))).flat().sort();
console.log(`soak: ${suites.length} suites\n${suites.map((file) => `  ${file}`).join('\n')}`);
const tested = run('npx', 'jest', '--runInBand', '--verbose', '--runTestsByPath', ...suites);
const measured = run('npm', 'run', '--silent', 'bench', '--', '--full', 'B15');
process.exitCode = tested || measured;
