import { z } from 'zod';

/** Which addressee, counted from 1 in the order of the issue. */
export const addresseeNumber = () => z.number().int().min(1).max(20);
/** How much is done, as whoever follows it sees it. */
export const percent = () => z.number().int().min(0).max(100);
