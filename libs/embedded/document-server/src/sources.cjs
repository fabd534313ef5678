// where the project is not built (tests), compiles each .ts of this folder as it is loaded
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const OPTIONS = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs', importInterop: 'node' },
};

const compile = (module, filename) => {
  const { transformSync } = require('@swc/core');
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
  module._compile(code, filename);
};

if (!existsSync(join(__dirname, 'thread.js'))) require.extensions['.ts'] = compile;
