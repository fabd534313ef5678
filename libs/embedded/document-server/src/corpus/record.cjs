// records anew what the view store, the vault, the read models and the driver's own suite send: node libs/embedded/document-server/src/corpus/record.cjs
const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

require('../sources.cjs');

const root = join(__dirname, '..', '..', '..', '..', '..');
const SUITES =
  'libs/(platform/(view-store|vault)-mongo|[^/]+/read-model)/src/.*\\.int\\.spec\\.ts$|/document-server\\.int\\.spec\\.ts$';

const main = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const recording = join(folder, 'recording.ndjson');
  const config = { ...require(join(root, 'jest.config.cjs')), rootDir: root };
  config.testSequencer = join(__dirname, 'by-path.cjs');
  config.moduleNameMapper = {
    ...config.moduleNameMapper,
    '^@benkan/document-server$': join(__dirname, 'recording.examples.ts'),
    '^\\./driven\\.examples$': join(__dirname, 'driven-recording.examples.ts'),
  };
  const jest = spawnSync(
    'env',
    [
      '-u',
      'MONGO_URL',
      `CORPUS_RECORDING=${recording}`,
      process.execPath,
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config',
      JSON.stringify(config),
      '-i',
      '--forceExit',
      '--testPathPatterns',
      SUITES,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (jest.status !== 0) throw new Error('the recorded suites fail');
  const { condense, writeCorpus } = require('./condense.examples');
  const cases = await condense(recording);
  await writeCorpus(cases);
  console.log(`${cases.length} cases from ${statSync(recording).size} bytes of recording`);
  rmSync(folder, { recursive: true });
};

void main();
