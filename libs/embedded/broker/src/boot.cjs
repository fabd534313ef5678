// a worker thread starts from a file: the built one, or, where only sources are, this folder compiled in memory
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, 'worker.js');

const compileSources = () => {
  const { transformSync } = require('@swc/core');
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  };
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};

if (!existsSync(built)) compileSources();
require(existsSync(built) ? built : './worker.ts');
