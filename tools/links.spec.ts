import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesBelow, root } from './contracts';

type Link = { readonly target: string; readonly anchor: string | undefined };

const OTHERS = new Set(['node_modules', 'data', 'dist', 'coverage']);

const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !OTHERS.has(entry.name))
  .map(({ name }) => name);

/** Every page of the checkout; the demonstration data speaks for itself. */
const pages = [...readdirSync(root), ...folders.flatMap(filesBelow)].filter((file) => file.endsWith('.md'));

const withoutCode = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

const isElsewhere = (target: string): boolean => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target);

/** Inline and reference links of a page that stay in the house. */
const linksOf = (text: string): readonly Link[] => {
  const prose = withoutCode(text);
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const references = [...prose.matchAll(/^\s{0,3}\[[^\]]+\]:\s+<?([^\s>]+)>?/gm)];
  return [...inline, ...references]
    .map(([, target = '']) => target)
    .filter((target) => !isElsewhere(target))
    .map((target) => {
      const [path = '', anchor] = decodeURI(target).split('#');
      return { target: path, anchor };
    });
};

/** The anchor of a heading, as code forges write it. */
const slugOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .trim()
    .replace(/ /g, '-');

const anchorsOf = (text: string): readonly string[] =>
  [...text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(
    ([, heading = '']) => slugOf(heading),
  );

const broken = (page: string, text: string): readonly string[] =>
  linksOf(text).flatMap(({ target, anchor }) => {
    const path = target === '' ? page : normalize(join(dirname(page), target));
    const said = anchor === undefined ? target : `${target}#${anchor}`;
    if (path.startsWith('..') || !existsSync(join(root, path))) return [said];
    if (anchor === undefined || !path.endsWith('.md')) return [];
    return anchorsOf(readFileSync(join(root, path), 'utf8')).includes(anchor) ? [] : [said];
  });

describe('every link of a page leads somewhere', () => {
  it.each(pages)('%s', (page) => {
    expect(broken(page, readFileSync(join(root, page), 'utf8'))).toEqual([]);
  });

  it('looks at the front page and the map', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/map.md']));
  });
});

describe('a link', () => {
  it.each([
    ['to a file that is not there', '[x](docs/nowhere.md)', ['docs/nowhere.md']],
    ['out of the checkout', '[x](../elsewhere/README.md)', ['../elsewhere/README.md']],
    ['to a heading that is not there', '[x](docs/map.md#attic)', ['docs/map.md#attic']],
    ['by reference to nothing', 'See [x].\n\n[x]: docs/nowhere.md', ['docs/nowhere.md']],
    ['with a title, to nothing', '[x](nowhere.md "a title")', ['nowhere.md']],
  ])('%s is found broken', (_name, text, expected) => {
    expect(broken('README.md', text)).toEqual(expected);
  });

  it.each([
    ['to a file', '[x](docs/map.md)'],
    ['to a folder', '[x](docs/slices/)'],
    ['to a heading', '[x](docs/map.md#adding-a-slice)'],
    ['to a heading with accents of its own page', '# Démarrage rapide\n\n[x](README.md#démarrage-rapide)'],
    ['to another house', '[x](https://example.org/nowhere.md) and [y](mailto:a@example.org)'],
    ['in code', '`[x](nowhere.md)`\n\n```md\n[x](nowhere.md)\n```'],
  ])('%s is left alone', (_name, text) => {
    expect(broken('README.md', text)).toEqual([]);
  });
});
