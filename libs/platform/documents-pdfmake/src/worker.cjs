// plain javascript, so that the same file starts from dist and, under jest, from the sources
const { workerData } = require('node:worker_threads');

if (workerData.entry.endsWith('.ts')) {
  const { transformFileSync } = require('@swc/core');
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
}

require(workerData.entry);
