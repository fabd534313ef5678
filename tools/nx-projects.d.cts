/** The project a source file (path from the root) belongs to; throws when no room has that shape. */
export declare function roomOf(file: string): {
  readonly root: string;
  readonly name: string;
  readonly tags: readonly string[];
};
