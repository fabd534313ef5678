/** Millimetres as twentieths of a point, the unit of Word. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Points as half points, in which Word gives the size of letters. */
export const halfPoints = (points: number): number => Math.round(points * 2);
