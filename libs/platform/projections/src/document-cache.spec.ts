import { bytesOf, documentCache } from './document-cache';
import type { ViewDocument } from './view-store';

const document = (key: string, text: string): ViewDocument => ({
  ...{ key, position: { commit: 1n, prepare: 1n } },
  view: { text },
});

const cached = (mostBytes: number, mostDocuments?: number) => {
  const onMissing = jest.fn();
  return { ...documentCache({ mostBytes, mostDocuments, onMissing }), onMissing };
};

describe('documents in memory', () => {
  it('are those used last, as many as fit', () => {
    const { get, keep, onMissing } = cached(8_000);
    keep(['a', 'b', 'c'].map((key) => document(key, 'x'.repeat(2_000))));
    expect(onMissing).not.toHaveBeenCalled();
    expect(get('a')).toEqual(document('a', 'x'.repeat(2_000)));
    keep([document('d', 'x'.repeat(2_000))]);
    expect(onMissing).toHaveBeenCalledTimes(1);
    expect([get('a')?.key, get('b')?.key, get('d')?.key]).toEqual(['a', undefined, 'd']);
  });

  it('are counted as large as they have become', () => {
    const { keep, get, onMissing } = cached(8_000);
    keep([document('a', ''), document('b', '')]);
    keep([document('b', 'x'.repeat(7_800))]);
    expect(onMissing).toHaveBeenCalledTimes(1);
    expect([get('a'), get('b')?.key]).toEqual([undefined, 'b']);
  });

  it('are as many as allowed, however small', () => {
    const { keep, onMissing } = cached(8_000, 2);
    keep(['a', 'b', 'c'].map((key) => document(key, '')));
    expect(onMissing).toHaveBeenCalledTimes(1);
  });

  it('leave one out that is too large, and tell so; not an older state of it either', () => {
    const { keep, get, onMissing } = cached(8_000);
    keep([document('a', '')]);
    keep([document('a', 'x'.repeat(9_000))]);
    expect(onMissing).toHaveBeenCalled();
    expect(get('a')).toBeUndefined();
  });

  it('are forgotten when asked to', () => {
    const { keep, get, clear, onMissing } = cached(8_000);
    keep([document('a', '')]);
    clear();
    expect(get('a')).toBeUndefined();
    expect(onMissing).not.toHaveBeenCalled();
  });

  it('are estimated with all that lies in them', () => {
    expect(bytesOf({ list: [{ text: 'x'.repeat(1_000) }, 'y'.repeat(500), 1, null, true] })).toBeGreaterThan(
      1_500,
    );
    expect(bytesOf({})).toBeLessThan(100);
  });
});
