import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose' with { 'resolution-mode': 'import' };
import { signedBytes } from '@benkan/security';
import { jose } from './checked';
import { documentSigner } from './document-signer';
import { rotateSigningKeys, signingKeysIn } from './signing-keys';

const START = Date.parse('2026-03-01T08:00:00Z');
const A_MONTH = 31 * 86_400_000;
const document = { name: 'Traoré', days: ['2026-03-01'], count: 2, nothing: null };

describe('a signed document', () => {
  let folder: string;
  let instant: number;
  const secret = randomBytes(32);
  const sealed = () => ({
    ...{ file: join(folder, 'pack-keys'), secret, now: () => new Date(instant) },
    goodForMs: A_MONTH,
  });
  const open = () => documentSigner(signingKeysIn(sealed()), 'benkan-sync-pack');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'benkan-signer-'));
    instant = START;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** As a stranger checks it, with nothing but the published keys. */
  const verified = async (said: unknown, signature: string, keys = open().publicKeys()) => {
    const { createLocalJWKSet, flattenedVerify } = await jose();
    const [header = '', , seal = ''] = signature.split('.');
    const payload = Buffer.from(signedBytes(said)).toString('base64url');
    const keySet = createLocalJWKSet({ keys } as unknown as JSONWebKeySet);
    return flattenedVerify({ protected: header, payload, signature: seal }, keySet).then(
      ({ protectedHeader }) => protectedHeader,
      () => undefined,
    );
  };

  it('is checked with the published key, across a restart and whatever the order of its fields', async () => {
    const signature = await open().sign(document);
    expect(signature).toMatch(/^[\w-]+\.\.[\w-]+$/);
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(await verified(turned, signature)).toMatchObject({ alg: 'EdDSA', typ: 'benkan-sync-pack' });
  });

  it.each([
    ['another count', { ...document, count: 3 }],
    ['a field more', { ...document, more: null }],
    ['a field less', { name: 'Traoré', days: ['2026-03-01'], count: 2 }],
    ['another letter', { ...document, name: 'Traore' }],
  ])('is not with %s', async (_what, altered) => {
    const signature = await open().sign(document);
    expect(await verified(altered, signature)).toBeUndefined();
  });

  it('publishes no private part', () => {
    const [key] = open().publicKeys();
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('stays good under a retired key as long as a document may, and no longer', async () => {
    const signature = await open().sign(document);
    rotateSigningKeys(sealed(), false);
    instant += A_MONTH - 1;
    expect(await verified(document, signature)).toBeDefined();
    instant += 1;
    expect(await verified(document, signature)).toBeUndefined();
  });

  it('is none of what cannot be said in JSON', async () => {
    await expect(open().sign(undefined)).rejects.toThrow(TypeError);
  });
});
