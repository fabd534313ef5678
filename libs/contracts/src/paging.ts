import { z } from 'zod';
import { position } from './primitives';

/** `limit` (1 to 200, default 50) and the opaque cursor of the page before. */
export const pageRequest = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(300).optional(),
};

/** The position an answer is true at. */
export const asOf = () => z.strictObject({ position: position() });

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().optional(), asOf: asOf() });

/** What every command answers with when it was accepted. `changed` is false when it was already so. */
export const commandAnswer = z.strictObject({
  id: z.uuid(),
  revision: z.string().regex(/^[0-9]+$/),
  position: position(),
  changed: z.boolean(),
});
export type CommandAnswer = z.infer<typeof commandAnswer>;
