const NARROW = '\u202f';
const WIDE = '\u00a0';

/** French text with the spaces that keep a sign on the line of its word. */
export const typeset = (text: string): string =>
  text
    .replaceAll(/ ([;!?])/g, `${NARROW}$1`)
    .replaceAll(/ ([:»])/g, `${WIDE}$1`)
    .replaceAll('« ', `«${WIDE}`);
