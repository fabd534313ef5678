/** stdin: `[{ file, code }]` → stdout: `{ projects: [{ name, root, tags }], verdicts: [[ruleId]] }`, linted in the real rooms. */
import { text } from 'node:stream/consumers';
import nx from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const { createProjectGraphAsync, workspaceRoot } = nx;

// no cached graph, and the wall rule would be skipped in silence
const graph = await createProjectGraphAsync({ exitOnError: true });

const eslint = new ESLint({
  cwd: workspaceRoot,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false, emitDecoratorMetadata: true } } },
  ],
});

const verdictOn = async ({ file, code }) => {
  const [result] = await eslint.lintText(code, { filePath: `${workspaceRoot}/${file}` });
  return (result?.messages ?? [{ ruleId: 'file-ignored' }]).map(({ ruleId, message }) => ruleId ?? message);
};

const verdicts = [];
for (const canary of JSON.parse(await text(process.stdin))) verdicts.push(await verdictOn(canary));

const projects = Object.values(graph.nodes).map(({ name, data: { root, tags } }) => ({ name, root, tags }));
process.stdout.write(JSON.stringify({ projects, verdicts }));
