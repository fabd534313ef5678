import { isTombstone, type KeyRecord } from '@benkan/vault';
import { withSource } from '../archive/source';
import type { Run } from '../command';
import { withStores } from '../stores';

const PERSON = 'person:';

export const runListErasures: Run = ({ config, say, signal }) =>
  withStores<0 | 1>(config, (urls) =>
    withSource<0 | 1>(urls, async ({ shelves }) => {
      for await (const record of shelves.keys.scan({})) {
        signal.throwIfAborted();
        const key: KeyRecord = record;
        if (!isTombstone(key) || !key._id.startsWith(PERSON)) continue;
        say(JSON.stringify({ ref: key._id.slice(PERSON.length), erasedAt: key.erasedAt.toISOString() }));
      }
      return 0;
    }),
  );
