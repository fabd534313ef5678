import type { Identity } from '../messages';
import type { Stack } from './start-stack';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} Mo`;

/** Resident memory of both processes, as a line. */
export const memoryLine = async ({ children }: Stack): Promise<string> => {
  const [servers, services] = await Promise.all([children.servers.rssBytes(), children.services.rssBytes()]);
  return `  mémoire : serveurs ${megabytes(servers)}, services ${megabytes(services)}, en tout ${megabytes(servers + services)}`;
};

const SIGN_IN: Readonly<Record<Identity['kind'], (url: string, dataFolder: string) => readonly string[]>> = {
  demonstration: (url) => [
    `  Jeton de démonstration   curl -X POST ${url}/v1/demo/tokens -H 'Content-Type: application/json' -d '{"role":"supervisor"}'`,
  ],
  accounts: (_url, dataFolder) => [
    `  Ouvrir un compte         BENKAN_DATA=${dataFolder} npx benkan accounts add <identifiant> --role <rôle> --territory <unité>`,
  ],
  oidc: () => [],
};

export const addressLines = (
  { url, metricsUrl }: Pick<Stack, 'url' | 'metricsUrl'>,
  dataFolder: string,
  identity: Identity['kind'],
): readonly string[] => [
  '',
  `  Documentation${identity === 'demonstration' ? ' et essai  ' : '           '} ${url}/docs`,
  `  Contrat (OpenAPI 3.1)    ${url}/v1/openapi.json`,
  ...SIGN_IN[identity](url, dataFolder),
  ...(metricsUrl === undefined ? [] : [`  Mesures (Prometheus)     ${metricsUrl}`]),
  `  Données                  ${dataFolder}`,
  '',
  '  Ctrl-C pour arrêter.',
];

export const secondsSince = (start: number): string =>
  `${((performance.now() - start) / 1_000).toFixed(1)} s`;
