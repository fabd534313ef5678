import { z } from 'zod';
import { MAX_PASSWORD } from '@benkan/accounts';
import { MAX_TOKEN_SECONDS, TOKEN_ROLES } from '@benkan/security';

// beyond, nothing is hashed
const text = z.string().min(1).max(MAX_PASSWORD);
const instant = z.iso.datetime();

/** Who signs in on a laptop without network. */
export const signIn = z.strictObject({ login: text, password: text });
/** A session goes on, or ends, by its refresh token; each is good once. */
export const session = z.strictObject({ refreshToken: z.string().min(1).max(256) });
export const passwordChange = z.strictObject({ ...signIn.shape, newPassword: text });
/** A token for the `Authorization` header, and what brings the next one. */
export const sessionAnswer = z.strictObject({
  token: z.string(),
  expiresAt: instant,
  refreshToken: z.string(),
  refreshExpiresAt: instant,
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** Any role over demonstration data; a territory limits it to a unit and what lies in it. */
export const demoTokenRequest = z.strictObject({
  role: z.enum(TOKEN_ROLES),
  territory: z.uuid().nullable().default(null),
});
export const demoTokenAnswer = z
  .strictObject({ token: z.string(), expiresAt: instant })
  .describe(`Good for ${MAX_TOKEN_SECONDS} seconds`);

export const alive = z.strictObject({ status: z.literal('up') });
/** `damaged`: stores whose bytes were found damaged; what is whole is served, an operator must act. */
export const readiness = z.strictObject({
  status: z.enum(['ready', 'starting']),
  waitingFor: z.array(z.string()),
  damaged: z.array(z.string()).optional(),
});
