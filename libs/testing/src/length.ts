/** How long a suite runs: the short form in CI, the long one under `npm run soak`. */
export const atLength = (lengths: { readonly ci: number; readonly soak: number }): number =>
  process.env['BENKAN_SOAK'] === '1' ? lengths.soak : lengths.ci;
