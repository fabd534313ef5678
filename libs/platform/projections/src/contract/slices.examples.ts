import { newSlice } from '../slice-record';
import type { Given } from './checkpoints.examples';

export const sliceExamples = ({ views, slice }: Given): void => {
  describe('records of slices', () => {
    const record = async () => (await views().slices()).find((each) => each.slice === slice());
    const lasting = { lasting: true };

    it('are made once', async () => {
      expect(await record()).toBeUndefined();
      await Promise.all([views().createSlice(slice()), views().createSlice(slice())]);
      expect(await record()).toEqual(newSlice(slice()));
      await views().changeSlices([{ slice: slice(), expected: {}, change: { epoch: 4 } }], lasting);
      await views().createSlice(slice());
      expect(await record()).toEqual({ ...newSlice(slice()), epoch: 4 });
    });

    it('change only where they are as expected, nothing included', async () => {
      await views().createSlice(slice());
      const taken = { owner: 'one', epoch: 1, beat: 1, until: 1_900_000_000_000 };
      const take = { slice: slice(), expected: { owner: null, epoch: 0 }, change: taken };
      expect(await views().changeSlices([take], lasting)).toBe(1);
      expect(await views().changeSlices([take], lasting)).toBe(0);
      expect(await record()).toEqual({ ...newSlice(slice()), ...taken });
      const back = { slice: slice(), expected: { owner: 'one' }, change: { owner: null, building: 2 } };
      expect(await views().changeSlices([back], { lasting: false })).toBe(1);
      expect(await record()).toMatchObject({ owner: null, building: 2, epoch: 1 });
    });

    it('change together, each by itself', async () => {
      const [one, two, three] = [slice(), `${slice()}-b`, `${slice()}-c`] as const;
      await views().createSlice(one);
      await views().createSlice(two);
      const change = (name: string, epoch: number) => ({
        ...{ slice: name, expected: { epoch } },
        change: { beat: 7 },
      });
      const changes = [change(one, 0), change(two, 9), change(three, 0)];
      expect(await views().changeSlices(changes, { lasting: false })).toBe(1);
      const beats = (await views().slices()).filter(({ beat }) => beat === 7);
      expect(beats.map((each) => each.slice)).toContain(one);
      expect(await views().changeSlices([], lasting)).toBe(0);
    });

    it('are changed by one of many at once', async () => {
      await views().createSlice(slice());
      const takers = Array.from({ length: 12 }, (_, n) => ({
        slice: slice(),
        expected: { epoch: 0 },
        change: { epoch: 1, owner: `owner-${n}` },
      }));
      const made = await Promise.all(takers.map((taker) => views().changeSlices([taker], lasting)));
      expect(made.reduce((sum, n) => sum + n, 0)).toBe(1);
      expect((await record())?.owner).toBe(`owner-${made.indexOf(1)}`);
    });
  });
};
