import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(__dirname, 'browser', name), 'utf8');

/** Files of the page's script, each after those it imports. */
export const SCRIPTS = ['reading.js', 'elements.js', 'token.js', 'figures.js', 'try-out.js', 'start.js'];

/** A module as a scope of its own that gives its exports to the scope around it, where others find their imports. */
const scoped = (source: string): string => {
  const exported = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name).join(', ');
  const body = source.replaceAll(/^import [^;]*;\n/gm, '').replaceAll(/^export /gm, '');
  return `const { ${exported} } = (() => {\n${body}return { ${exported} };\n})();`;
};

/** The named files as one script without imports. */
export const scriptOf = (names: readonly string[]): string => names.map(read).map(scoped).join('\n');

/** Everything the page looks like. */
export const style = (): string => ['page.css', 'parts.css', 'forms.css', 'media.css'].map(read).join('\n');
