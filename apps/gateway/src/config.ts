import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InvalidEnvironment, parseEnvironment } from '@benkan/config';
import { gatewayEnvironment } from '@benkan/hosting';

const exposure = z.object({
  TLS_CERT_FILE: z.string().min(1).optional(),
  TLS_KEY_FILE: z.string().min(1).optional(),
  TLS_IN_FRONT: z
    .enum(['yes', 'no'], { error: 'must be yes or no' })
    .default('no')
    .transform((answer) => answer === 'yes'),
});

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const tlsOf = ({ TLS_CERT_FILE: cert, TLS_KEY_FILE: key }: z.infer<typeof exposure>) => {
  if (cert !== undefined && key !== undefined) return { cert: readFileSync(cert), key: readFileSync(key) };
  if (cert === undefined && key === undefined) return undefined;
  throw new InvalidEnvironment(['TLS_CERT_FILE, TLS_KEY_FILE: give both or neither']);
};

/** The environment of this process, parsed once. */
export const config = () => {
  const env = parseEnvironment(gatewayEnvironment, process.env);
  const exposed = parseEnvironment(exposure, process.env);
  const tls = tlsOf(exposed);
  if (!LOOPBACK.has(env.host) && tls === undefined && !exposed.TLS_IN_FRONT)
    throw new InvalidEnvironment([
      'HOST: beyond loopback only over TLS: give TLS_CERT_FILE and TLS_KEY_FILE, or TLS_IN_FRONT=yes when a proxy ends TLS and nothing else reaches this port',
    ]);
  return { ...env, proxied: exposed.TLS_IN_FRONT, ...(tls === undefined ? {} : { tls }) };
};
