const ids = { unitId: 'u-1', actorMapId: 'm-1' };
const text = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };

type Said = { readonly type: string; readonly data: object };

/** Facts of a map, as the log tells them. */
export const started = (more: object = {}): Said => ({
  type: 'actor-mapping-started',
  data: { ...ids, version: 1, mappedOn: '2024-11-15', basedOn: null, ...more },
});
export const added = (
  actorId: string,
  expiresOn: string | null = null,
  actorMapId = ids.actorMapId,
): Said => ({
  type: 'actor-added',
  data: { ...{ actorMapId, actorId, name: text, expiresOn, on: '2024-11-15', carriedFrom: null } },
});
export const of = (type: string, more: object = {}): Said => ({
  type,
  data: { ...ids, on: '2024-11-20', ...more },
});
