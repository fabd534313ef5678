import { mkdir, readdir, readFile, rm, writeFile, copyFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
// `node tools/build.mjs tools/bench` builds the benchmarks too
const sources = ['apps', 'libs', ...process.argv.slice(2)];
const isTest = (path) => /(\.spec|\.examples|\/testing)\.ts$/.test(path) || path.includes('/libs/testing/');

const filesOf = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

const emit = async (file) => {
  const target = join(dist, relative(root, file));
  await mkdir(dirname(target), { recursive: true });
  if (!file.endsWith('.ts')) return copyFile(file, target);
  const { code } = await transformFile(file, { cwd: root, filename: file, sourceFileName: file });
  return writeFile(target.replace(/\.ts$/, '.js'), code);
};

// node finds @benkan/* in dist/node_modules: one stub a package, so no import is rewritten
const linkPackages = async () => {
  const { compilerOptions } = JSON.parse(await readFile(join(root, 'tsconfig.base.json'), 'utf8'));
  const packages = new Map();
  for (const [alias, [entry]] of Object.entries(compilerOptions.paths)) {
    const [scope, name, ...sub] = alias.split('/');
    const key = `${scope}/${name}`;
    const files = packages.get(key) ?? [];
    packages.set(key, [...files, { sub: sub.join('/'), entry: entry.replace(/\.ts$/, '.js') }]);
  }
  for (const [name, entries] of packages) {
    const folder = join(dist, 'node_modules', name);
    await mkdir(folder, { recursive: true });
    for (const { sub, entry } of entries) {
      const target = relative(folder, join(dist, entry));
      await writeFile(
        join(folder, `${sub || 'index'}.js`),
        `module.exports = require(${JSON.stringify(target)});\n`,
      );
    }
  }
};

const started = performance.now();
await rm(dist, { recursive: true, force: true });
const present = [];
for (const name of sources)
  if (await stat(join(root, name)).catch(() => undefined)) present.push(...(await filesOf(join(root, name))));
const files = present.filter((file) => !isTest(file));
await Promise.all(files.map(emit));
await linkPackages();
console.log(`built ${files.length} files in ${((performance.now() - started) / 1000).toFixed(1)} s`);
