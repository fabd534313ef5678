import { Script } from 'node:vm';
import { routes } from '../routes';
import { openApiOf } from '../system/openapi';
import { docsPage } from './docs-page';
import { ROLES, STATUSES, TAGS, TITLES } from './french';
import { operationsOf } from './read-document';

const document = openApiOf(routes);
const operations = operationsOf(document);
const page = docsPage(document, 'Données de démonstration : fictives.');

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found]) => String(found));

/** The page without what is not markup. */
const markup = page
  .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
  .replace(/<script>[\s\S]*?<\/script>/, '<script></script>');
const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
const ids = matches(markup, /\sid="([^"]*)"/g);

const VOID = new Set(['meta', 'input', '!doctype']);

/** Tags still open at the end, or the first that closes another. */
const leftOpen = (text: string): readonly string[] => {
  const open: string[] = [];
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([!a-z][a-z0-9]*)(?:\s[^<>]*)?>/g)) {
    if (VOID.has(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
};

describe('the documentation page', () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'shows %s with its address and a form to try it',
    (operationId, { method, path }) => {
      const id = `op-${operationId.replaceAll('.', '-')}`;
      const start = markup.indexOf(`<details class="operation" id="${id}">`);
      const section = markup.slice(start, markup.indexOf('</details>', start));
      expect(start).toBeGreaterThan(0);
      expect(section).toContain(`<code>${path}</code>`);
      expect(section).toContain(`data-method="${method}" data-path="${path}" hidden`);
      expect(markup).toContain(`<a href="#${id}">`);
    },
  );

  it('speaks French of every operation, domain, status and role', () => {
    const statuses = operations.flatMap(({ responses }) => Object.keys(responses));
    expect(operations.map(({ operationId }) => operationId).filter((id) => !(id in TITLES))).toEqual([]);
    expect(Object.keys(TITLES).filter((id) => !operations.some((one) => one.operationId === id))).toEqual([]);
    expect(operations.flatMap(({ tags }) => tags).filter((tag) => !(tag in TAGS))).toEqual([]);
    expect(statuses.filter((status) => !(status in STATUSES))).toEqual([]);
    expect(operations.flatMap((one) => one['x-roles']).filter((role) => !(role in ROLES))).toEqual([]);
  });

  it('says the refusals in French, and what the data is', () => {
    expect(markup).toContain('Comparez les deux valeurs');
    expect(markup).toContain('Données de démonstration\u00a0: fictives.</p>');
    expect(docsPage(document, '')).not.toContain('role="note"');
  });

  it('shows fields, codes, rules and an example', () => {
    const start = markup.indexOf('id="op-meetings-issue-recommendation"');
    const section = markup.slice(start, markup.indexOf('</details>', start));
    expect(section).toContain('<code>addressees[].type</code>');
    expect(section).toContain('<code>EXECUTIF_LOCAL</code>');
    expect(section).toContain('1 à 2000 caractères');
    expect(section).toContain('Réparer l’éclairage public du marché');
    expect(section).toContain('<code>addressee-reason-missing</code>');
  });
});

describe('the page needs nothing else', () => {
  it('asks no other address', () => {
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).not.toMatch(/\bsrc=|<link|<iframe|<object|@import|url\(/);
    const addresses = matches(markup, /\shref="([^"]*)"/g).filter((address) => !address.startsWith('#'));
    expect(new Set(addresses)).toEqual(new Set(['/v1/openapi.json']));
  });

  it('runs one script that parses, and no handler in an attribute', () => {
    expect(matches(page, /(<script)/g)).toHaveLength(1);
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/^\s*(import|export) /m);
    expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|\beval\b/);
    expect(markup).not.toMatch(/\son[a-z]+=|javascript:/);
  });

  it('can be read without script: nothing but what needs it is hidden', () => {
    const hidden = matches(markup, /<(\w+)[^<>]*\shidden(?:=""|\s|>)/g);
    expect(new Set(hidden)).toEqual(new Set(['li', 'section', 'form', 'div', 'p']));
    expect(matches(markup, /(<form class="try"[^<>]*hidden)/g)).toHaveLength(operations.length);
  });

  it('is aware of the dark, of paper and of small screens', () => {
    expect(css).toContain('@media (prefers-color-scheme: dark)');
    expect(css).toContain('@media print');
    expect(css).toContain('@media (max-width: 36rem)');
  });
});

describe('the page is sound markup', () => {
  it('closes what it opens', () => {
    expect(leftOpen(markup)).toEqual([]);
    expect(leftOpen('<p><b></p>')).toEqual(['</p>']);
  });

  it('has unique ids, and every reference finds one', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = matches(markup, /\s(?:for|aria-labelledby)="([^"]*)"/g);
    const jumps = matches(markup, /\shref="#([^"]*)"/g);
    expect([...named, ...jumps].filter((id) => !ids.includes(id))).toEqual([]);
    const asked = matches(script, /byId\('([^']*)'\)/g);
    expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('labels every field', () => {
    const fields = matches(markup, /<(?:input|select|textarea)\s+id="([^"]*)"/g);
    const labelled = new Set(matches(markup, /<label for="([^"]*)"/g));
    expect(fields).toHaveLength(matches(markup, /<(input|select|textarea)\b/g).length);
    expect(fields.filter((id) => !labelled.has(id))).toEqual([]);
  });

  it('has its landmarks, one heading of the first rank, and says its language', () => {
    for (const landmark of ['<main ', '<nav aria-label="', '<header ', '<footer>', '<h1>'])
      expect(markup.split(landmark)).toHaveLength(2);
    expect(markup).toMatch(/^<!doctype html>\s*<html lang="fr">/);
    expect(markup).toMatch(/<body>\s*<a class="skip" href="#contenu">/);
  });
});

describe('a hostile document', () => {
  const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;</textarea></title>`;
  const poisoned = {
    schema: {
      type: 'object',
      required: [hostile],
      properties: {
        [hostile]: { enum: [hostile], default: hostile },
        text: { type: hostile, format: hostile, pattern: hostile },
      },
    },
    example: { [hostile]: hostile },
  };
  const evil = docsPage(
    {
      paths: {
        [`/${hostile}`]: {
          post: {
            operationId: hostile,
            summary: hostile,
            tags: [hostile],
            parameters: [
              { name: hostile, in: 'query', required: true, description: hostile, schema: poisoned.schema },
              { name: 'code', in: 'header', description: hostile, schema: { enum: [hostile] } },
            ],
            requestBody: { content: { 'application/json': poisoned, [hostile]: poisoned } },
            responses: {
              '200': { description: hostile, content: { 'application/json': poisoned } },
              [hostile]: { description: hostile },
            },
            'x-roles': [hostile],
            'x-refusals': [
              { code: hostile, fr: { title: hostile, detail: hostile }, en: { title: '', detail: '' } },
            ],
          },
          get: { operationId: 'files', requestBody: { content: { [hostile]: poisoned } } },
        },
      },
    },
    hostile,
  );
  const body = evil.replace(/<script>\s*\(\(\) => \{[\s\S]*?<\/script>/, '');

  it('adds no element and no attribute', () => {
    expect(body).not.toMatch(/<script|<img|<\/title><|[^;]onerror=alert\(1\)>/);
    expect(matches(body, /(<\/textarea)/g)).toHaveLength(matches(body, /(<textarea)/g).length);
    expect(leftOpen(body.replace(/<style>[\s\S]*?<\/style>/, ''))).toEqual([]);
  });

  it('is shown as it is', () =>
    expect(body).toContain('&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x'));

  it('that is no OpenAPI is refused', () => {
    expect(() => docsPage({ paths: { '/x': { get: { summary: 1 } } } }, '')).toThrow('operationId');
    expect(() => docsPage({}, '')).toThrow();
  });
});
