const { paths } = require('./tsconfig.base.json').compilerOptions;

const moduleNameMapper = Object.fromEntries(
  Object.entries(paths).map(([alias, [file]]) => [`^${alias}$`, `<rootDir>/${file.replace('./', '')}`]),
);

/** One configuration for every suite: `.spec` in memory, `.int.spec` over real protocols, `.e2e.spec` over HTTP. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.[tj]sx?$': ['@swc/jest'], '^.+\\.mjs$': ['@swc/jest'] },
  transformIgnorePatterns: ['/node_modules/(?!(jose|uuid|mingo)/)'],
  moduleNameMapper,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  testTimeout: 30_000,
  // suites wait for servers more than they compute
  maxWorkers: '100%',
};
