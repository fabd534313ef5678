import type { Position } from '@benkan/event-store';
import type { ViewStore } from '../view-store';

export type Given = { readonly views: () => ViewStore; readonly slice: () => string };

const BEYOND_DOUBLES = 2n ** 53n;
const at = (commit: bigint, prepare = commit): Position => ({ commit, prepare });

export const checkpointExamples = ({ views, slice }: Given): void => {
  describe('checkpoints', () => {
    const reached = async (generation = slice()) => (await views().checkpoints([generation])).get(generation);

    it('are absent at first, then keep commit and prepare', async () => {
      expect(await reached()).toBeUndefined();
      expect(await views().claim(slice(), 1)).toBe(true);
      expect(await reached()).toBeUndefined();
      expect(await views().saveCheckpoint(slice(), at(7n, 5n), 1)).toBe(true);
      expect(await reached()).toEqual(at(7n, 5n));
    });

    it('never move back', async () => {
      await views().claim(slice(), 1);
      await views().saveCheckpoint(slice(), at(7n), 1);
      for (const earlier of [at(6n), at(7n, 1n), at(7n), at(6n, 9n)])
        expect(await views().saveCheckpoint(slice(), earlier, 1)).toBe(true);
      expect(await reached()).toEqual(at(7n));
      await views().saveCheckpoint(slice(), at(7n, 8n), 1);
      expect(await reached()).toEqual(at(7n, 8n));
    });

    it('tell positions apart that a double cannot', async () => {
      await views().claim(slice(), 1);
      await views().saveCheckpoint(slice(), at(BEYOND_DOUBLES), 1);
      await views().saveCheckpoint(slice(), at(BEYOND_DOUBLES + 1n), 1);
      expect(await reached()).toEqual(at(BEYOND_DOUBLES + 1n));
    });

    it('are kept by generation', async () => {
      await views().claim(slice(), 1);
      await views().saveCheckpoint(slice(), at(7n), 1);
      expect(await reached(`${slice()}-other`)).toBeUndefined();
      expect(await views().checkpoints([slice(), `${slice()}-other`])).toEqual(new Map([[slice(), at(7n)]]));
      expect(await views().checkpoints([])).toEqual(new Map());
    });

    it('are refused to whoever did not claim them', async () => {
      expect(await views().saveCheckpoint(slice(), at(7n), 1)).toBe(false);
      expect(await reached()).toBeUndefined();
    });

    it('are refused to an older epoch, and stay where they are for a newer one', async () => {
      expect(await views().claimedBy(slice())).toBe(0);
      await views().claim(slice(), 3);
      await views().saveCheckpoint(slice(), at(7n), 3);
      expect(await views().claim(slice(), 4)).toBe(true);
      expect(await views().claimedBy(slice())).toBe(4);
      expect(await reached()).toEqual(at(7n));
      expect(await views().saveCheckpoint(slice(), at(8n), 3)).toBe(false);
      expect(await views().claim(slice(), 3)).toBe(false);
      expect(await reached()).toEqual(at(7n));
      expect(await views().claim(slice(), 4)).toBe(true);
      expect(await views().saveCheckpoint(slice(), at(8n), 4)).toBe(true);
      expect(await reached()).toEqual(at(8n));
    });

    it('go with their generation', async () => {
      await views().claim(slice(), 2);
      await views().saveCheckpoint(slice(), at(7n), 2);
      await views().drop(slice());
      expect(await reached()).toBeUndefined();
      expect(await views().saveCheckpoint(slice(), at(8n), 2)).toBe(false);
    });
  });
};
