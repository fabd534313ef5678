'use strict';
// starts the worker from what exists: compiled code in production, its TypeScript source in a checkout
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const compiled = join(__dirname, 'worker.js');

const readTypeScript = () => {
  const { transformFileSync } = require('@swc/core');
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs', importInterop: 'node' },
    sourceMaps: 'inline',
  };
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
};

if (!existsSync(compiled)) readTypeScript();
require(existsSync(compiled) ? compiled : join(__dirname, 'worker.ts'));
