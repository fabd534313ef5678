/** One line of code in one room, and the rule that must turn it red (or `green`). */
export type Canary = { readonly file: string; readonly code: string; readonly expect: string };

const rooms = {
  kernel: 'libs/kernel/src',
  contracts: 'libs/contracts/src',
  domain: 'libs/meetings/domain/src',
  readModel: 'libs/meetings/read-model/src',
  service: 'libs/meetings/service/src',
  analytics: 'libs/analytics/read-model/src',
  gateway: 'libs/gateway/service/src',
  gatewayApp: 'apps/gateway/src',
  app: 'apps/meetings/src',
  stack: 'apps/stack/src',
  e2e: 'apps/stack-e2e/src',
  port: 'libs/platform/event-store/src',
  anyPort: 'libs/platform/spreadsheet/src',
  esdb: 'libs/platform/event-store-esdb/src',
  mongo: 'libs/platform/view-store-mongo/src',
  hosting: 'libs/hosting/src',
  door: 'libs/platform/doors/src',
  server: 'libs/embedded/event-store-server/src',
  broker: 'libs/embedded/broker/src',
  testing: 'libs/testing/src',
  tool: 'tools',
  registry: 'libs/registry/domain/src',
  registryService: 'libs/registry/service/src',
  training: 'libs/training/domain/src',
  trainingService: 'libs/training/service/src',
  analyticsService: 'libs/analytics/service/src',
  imports: 'libs/imports/domain/src',
  importsService: 'libs/imports/service/src',
} as const;

export type Room = keyof typeof rooms;

/** Any line in a named file of a room. */
export const line = (expect: string) => (room: Room, code: string, name: string) => ({
  file: `${rooms[room]}/${name}`,
  code: `${code}\n`,
  expect,
});

/** One canary a specifier, imported by code that runs. */
export const imports =
  (expect: string) =>
  (room: Room, ...specifiers: readonly string[]): readonly Canary[] =>
    specifiers.map((specifier) => line(expect)(room, `export * from '${specifier}';`, 'canary.ts'));

/** One canary a line. */
export const write =
  (expect: string) =>
  (room: Room, ...lines: readonly string[]): readonly Canary[] =>
    lines.map((code) => line(expect)(room, code, 'canary.ts'));

/** The same import from a spec. */
export const inSpec = (expect: string, room: Room, specifier: string): Canary =>
  line(expect)(room, `export * from '${specifier}';`, 'canary.spec.ts');
