import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Urls } from './servers.examples';

const ROOT = resolve(__dirname, '../../../..');

// reads the sources as they are: nothing is built where suites run
const SCRIPT = `
  const Module = require('node:module');
  const { join } = require('node:path');
  const { transformFileSync } = require('@swc/core');
  const [root, main, asked] = process.argv.slice(1);
  const { paths } = require(join(root, 'tsconfig.base.json')).compilerOptions;
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs', importInterop: 'node' },
  };
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = (name, ...rest) =>
    resolveFilename(paths[name] ? join(root, paths[name][0]) : name, ...rest);
  const { storesAt } = require(join(main, 'servers.examples.ts'));
  const { restore } = require(join(main, 'restore.ts'));
  const { urls, dir } = JSON.parse(asked);
  storesAt(urls).then(async (target) => {
    const tell = (name, work) => async (...args) => {
      const answer = await work(...args);
      process.stdout.write(name + '\\n');
      return answer;
    };
    const store = { ...target.store, append: tell('event', target.store.append) };
    const people = { ...target.shelves.people, keep: tell('person', target.shelves.people.keep) };
    await restore({ dir, target: { store, shelves: { ...target.shelves, people } } });
    process.stdout.write('restored\\n');
    await target.close();
  });`;

/** Restores in a process of its own, killed once it has told so many of a thing; answers what it told. */
export const restoreAndKill = async (
  asked: { readonly urls: Urls; readonly dir: string },
  until: { readonly thing: 'event' | 'person'; readonly count: number },
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, ['-e', SCRIPT, ROOT, join(__dirname), JSON.stringify(asked)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.filter((each) => each === until.thing).length === until.count) child.kill('SIGKILL');
  }
  await exited;
  return told;
};
