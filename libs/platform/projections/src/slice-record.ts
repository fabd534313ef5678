/** Who folds a slice, and into which generation it answers. */
export type SliceRecord = {
  /** `meetings__v1`. */
  readonly slice: string;
  /** The generation that answers. */
  readonly active: number;
  /** The generation before, kept for a rollback. */
  readonly previous: number | null;
  /** The generation a rebuild is at work on. */
  readonly building: number | null;
  /** Plus one at each change of owner: fences what an owner of before still writes. */
  readonly epoch: number;
  readonly owner: string | null;
  /** Plus one at each renewal: an owner whose beat stands still for the lease's time is gone, whatever clocks say. */
  readonly beat: number;
  /** Wall-clock instant the lease ends at unless renewed, milliseconds since 1970: to be shown, never compared. */
  readonly until: number;
  /** The operator process the owner shall hand the lease to. */
  readonly wanted: string | null;
};

/** A compare-and-set on one record. */
export type SliceChange = {
  readonly slice: string;
  readonly expected: Partial<Omit<SliceRecord, 'slice'>>;
  readonly change: Partial<Omit<SliceRecord, 'slice'>>;
};

/** The record of a slice nobody has folded yet. */
export const newSlice = (slice: string): SliceRecord => ({
  ...{ slice, active: 1, previous: null, building: null, epoch: 0 },
  ...{ owner: null, beat: 0, until: 0, wanted: null },
});
