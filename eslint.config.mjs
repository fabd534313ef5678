import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import {
  closedToGateway,
  constraints,
  drivers,
  serverLibraries,
  specConstraints,
} from './tools/boundaries.mjs';
import {
  closed,
  environmentEntries,
  noBuiltins,
  noEnvironment,
  pureGlobals,
  pureSyntax,
  testingEntries,
} from './tools/purity.mjs';
import rooms from './tools/rooms.cjs';

const sources = ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}', 'tools/**/*.ts'];
const code = [...sources, '{apps,libs}/**/*.{js,cjs,mjs}'];
const suites = ['**/*.spec.ts', '**/*.examples.ts', '**/testing.ts', 'apps/stack-e2e/**/*.ts'];
const specs = [...suites, 'libs/testing/**/*.ts'];
const pure = ['libs/kernel/**/*', 'libs/*/domain/**/*'];
const anywhere = [
  'libs/contracts/**/*',
  ...Object.entries(rooms.ports)
    .filter(([, platform]) => platform === 'any')
    .map(([port]) => `libs/platform/${port}/**/*`),
];

const boundaries = (depConstraints) => ({
  '@nx/enforce-module-boundaries': ['error', { depConstraints, banTransitiveDependencies: true }],
});

const room = (files, extraPackages) => ({ files: [files], rules: boundaries(constraints(extraPackages)) });

const walls = [
  { files: code, rules: boundaries(constraints()) },
  ...Object.entries(drivers).map(([vendor, adapter]) => room(`libs/platform/*-${vendor}/**/*`, { adapter })),
  ...Object.entries(serverLibraries).map(([name, embedded]) =>
    room(`libs/embedded/${name}/**/*`, { embedded }),
  ),
  // the door of a worker thread reads TypeScript in a checkout, where nothing is compiled
  room('libs/**/*.cjs', { adapter: ['@swc/core'], embedded: ['@swc/core'] }),
  { files: suites, rules: boundaries(specConstraints()) },
];

const size = {
  complexity: ['error', 8],
  'max-lines': ['error', 200],
  'max-params': ['error', 4],
  eqeqeq: 'error',
};

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const plain = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
};

const everywhere = [testingEntries, environmentEntries];
const imports = (...more) => ({ 'no-restricted-imports': ['error', { patterns: [...everywhere, ...more] }] });
const withoutBuiltins = {
  'no-restricted-imports': [
    'error',
    { paths: noBuiltins.paths, patterns: [...noBuiltins.patterns, ...everywhere] },
  ],
};

const locks = [
  {
    files: code,
    rules: { ...imports(), 'no-restricted-syntax': ['error', ...noEnvironment] },
  },
  {
    files: ['apps/gateway/**/*', 'libs/gateway/**/*'],
    rules: imports(closed(closedToGateway, 'the gateway asks, it never opens a store')),
  },
  { files: anywhere, rules: withoutBuiltins },
  {
    files: pure,
    rules: {
      ...withoutBuiltins,
      'no-restricted-syntax': ['error', ...pureSyntax, ...noEnvironment],
      'no-restricted-globals': ['error', ...pureGlobals],
    },
  },
  { files: ['apps/*/src/config.ts', 'tools/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: specs,
    rules: {
      'max-lines': ['error', 300],
      'no-restricted-imports': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-globals': 'off',
    },
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', '.nx/**', '.benkan/**', 'coverage/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  { plugins: { '@nx': nx }, rules: size },
  {
    files: sources,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...typed, ...plain },
  },
  ...walls,
  ...locks,
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier,
);
