// plain javascript, so that the same file starts from dist and, under jest, from the sources
const { workerData } = require('node:worker_threads');

if (workerData.entry.endsWith('.ts')) {
  const { transformFileSync } = require('@swc/core');
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
}

// code pages are for the old binary formats, which are refused: without them the thread starts twice as fast
globalThis.cptable = {};
require(workerData.entry);
