/** What Nx cannot see (built-ins, globals, syntax), forbidden by ESLint's own rules. */
import { builtinModules } from 'node:module';

const builtins = builtinModules.filter((name) => !name.startsWith('_'));
const inConfig = 'the environment is parsed once, in apps/*/src/config.ts';
const anywhere = 'this room runs anywhere, a browser too';

export const noBuiltins = {
  paths: builtins.map((name) => ({ name, message: anywhere })),
  patterns: [{ group: ['node:*'], message: anywhere }],
};

export const closed = (group, message) => ({ group, message });

export const testingEntries = closed(['@benkan/*/contract'], 'contract suites are for specs');
export const environmentEntries = closed(['process', 'node:process'], inConfig);

const inCommand = 'time, identity and chance arrive in the command';
const noWaiting = 'a decision waits for nothing';

export const pureSyntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: inCommand },
  { selector: 'CallExpression[callee.name="Date"]', message: inCommand },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: inCommand },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: inCommand },
  { selector: ':function[async=true]', message: noWaiting },
  { selector: 'AwaitExpression', message: noWaiting },
  { selector: 'ForOfStatement[await=true]', message: noWaiting },
  { selector: 'NewExpression[callee.name="Promise"]', message: noWaiting },
  { selector: 'MemberExpression[object.name="Promise"]', message: noWaiting },
  { selector: 'ImportExpression', message: 'imports stand at the top' },
];

export const pureGlobals = [
  ...['process', 'console', 'fetch', 'crypto', 'performance', 'Buffer', 'require', 'globalThis', 'global'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
];

export const noEnvironment = [
  { selector: 'MemberExpression[object.name="process"][property.name="env"]', message: inConfig },
  { selector: 'MemberExpression[object.name="process"][property.value="env"]', message: inConfig },
  {
    selector: 'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
    message: inConfig,
  },
];
