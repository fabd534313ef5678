/** Millimetres as points of 1/72 inch, the unit of PDF. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4;
