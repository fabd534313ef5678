import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StoredEvent } from '@benkan/contracts';
import { eventReader } from '@benkan/contracts';
import { entries, filesBelow, root } from './contracts';

const fileOf = (domain: string, { type, version }: StoredEvent): string =>
  `libs/${domain}/domain/src/history/${type}.v${version}.json`;

const stored = Object.entries(entries).flatMap(([domain, { storedEvents = [] }]) =>
  storedEvents.map((event) => ({ domain, event, file: fileOf(domain, event) })),
);

describe('every event ever stored stays readable', () => {
  it.each(stored.map((one) => [one.file, one] as const))('%s', (file, { domain, event }) => {
    const example: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
    expect(event.data.parse(example)).toEqual(example);
    const read = eventReader(entries[domain]?.storedEvents ?? []);
    expect(read(event.type, event.version, example).kind).toBe('fact');
  });

  it('keeps no example without a schema', () => {
    const known = stored.map(({ file }) => file);
    const kept = filesBelow('libs').filter((file) => file.includes('/src/history/'));
    expect(kept.filter((file) => basename(file) !== '.gitkeep' && !known.includes(file))).toEqual([]);
  });

  it.each(Object.keys(entries))(
    'numbers the versions of %s without a gap, each with its step up',
    (domain) => {
      const events = entries[domain]?.storedEvents ?? [];
      for (const type of new Set(events.map((event) => event.type))) {
        const versions = events.filter((event) => event.type === type).sort((a, b) => a.version - b.version);
        expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
        expect(versions.slice(0, -1).filter(({ upcast }) => upcast === undefined)).toEqual([]);
        expect(versions.at(-1)?.upcast).toBeUndefined();
      }
    },
  );
});
