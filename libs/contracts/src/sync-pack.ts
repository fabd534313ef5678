import { z } from 'zod';
import { getCalendar } from './meetings/calendar';
import { getOfflineRoll } from './meetings/offline-roll';
import { getMeeting } from './meetings/queries';
import { listRecommendations } from './meetings/recommendations/queries';
import { asOf } from './paging';
import { id, instant, wireName } from './primitives';
import { getCommittee, listMemberships } from './registry/committees/queries';
import { getProtectionPolicy } from './registry/protection/queries';
import { getUnit } from './registry/units/queries';

/** Days a pack is good for: a short window, for devices are lost. */
export const SYNC_PACK_DAYS = 31;

export const syncPackRequest = z.strictObject({ committee: id() });

const { mode, modes } = getProtectionPolicy.response.shape;
const { named, people, cutShort } = getOfflineRoll.response.shape;

/** Everything a device needs to work a month for one committee without network. */
export const syncPack = z.strictObject({
  format: z.literal(1),
  generatedAt: instant(),
  /** After this it is thrown away, names first. */
  validUntil: instant(),
  /** The position all of it includes. */
  asOf: asOf(),
  committee: getCommittee.response,
  memberships: listMemberships.response.shape.items,
  unit: getUnit.response,
  /** How attendance is recorded today, and from which days on otherwise. */
  protection: z.strictObject({
    mode,
    modes: z.array(modes.element.pick({ mode: true, since: true })),
  }),
  /** Who may come, as the attendance sheet may show them to the caller. */
  roll: z.strictObject({ named, people, cutShort }),
  /** Of this year, and of the next one where the days to come reach it. */
  calendars: z.array(getCalendar.response),
  /** The last one held, and those of two months before and after, by their days. */
  meetings: z.array(getMeeting.response),
  /** Those still open. */
  recommendations: listRecommendations.response.shape.items,
  /** Each closed list in its order, with French labels. */
  lists: z.record(z.string(), z.array(z.strictObject({ code: z.string(), label: z.string() }))),
  /** What the caller may say, and how each may be refused. */
  commands: z.array(z.strictObject({ name: wireName(), refusals: z.array(z.string()) })),
  /** What each refusal says to a person, in French. */
  refusals: z.record(z.string(), z.strictObject({ title: z.string(), detail: z.string() })),
});
export type SyncPack = z.output<typeof syncPack>;

/**
 * `signature`: a JWS in compact form without its payload (`<header>..<signature>`), EdDSA over the pack's RFC 8785
 * bytes; put them between the two dots as base64url and check it with a key of `GET /v1/sync-pack/keys`.
 */
export const signedSyncPack = z.strictObject({
  pack: syncPack,
  signature: z.string().regex(/^[\w-]+\.\.[\w-]+$/),
});

/** Public keys (RFC 7517) a pack that is still valid may be signed by. */
export const syncPackKeys = z.strictObject({
  keys: z.array(
    z.strictObject({
      kid: z.string(),
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      alg: z.literal('EdDSA'),
      use: z.literal('sig'),
    }),
  ),
});
