/** The rooms of the house as data: folder → project name and one tag on each of three axes. */

const domains = ['registry', 'meetings', 'training', 'analytics', 'audit', 'imports'];

const layers = {
  domain: { type: 'domain', platform: 'any' },
  'read-model': { type: 'read-model', platform: 'node' },
  service: { type: 'service', platform: 'node' },
};

const shared = {
  kernel: { type: 'kernel', platform: 'any' },
  contracts: { type: 'contract', platform: 'any' },
  hosting: { type: 'hosting', platform: 'node' },
  laptop: { type: 'laptop', platform: 'node' },
  testing: { type: 'testing', platform: 'node' },
};

/** Every port, and where it can run: `any` promises no node built-in, and lint holds it to that. */
const ports = {
  accounts: 'node',
  archive: 'node',
  config: 'any',
  documents: 'any',
  'event-store': 'node',
  messaging: 'node',
  notifier: 'any',
  observability: 'node',
  projections: 'node',
  security: 'node',
  spreadsheet: 'any',
  vault: 'node',
  'view-store': 'any',
};

const vendors = ['docx', 'esdb', 'jose', 'mongo', 'nats', 'otel', 'pdfmake', 'pino', 'prom', 'smtp', 'xlsx'];

const servers = ['broker', 'document-server', 'event-store-server'];

const apps = {
  ...Object.fromEntries(
    ['gateway', ...domains].map((name) => [name, { scope: name, type: 'app', platform: 'node' }]),
  ),
  web: { scope: 'web', type: 'app', platform: 'browser' },
  cli: { scope: 'stack', type: 'stack', platform: 'node' },
  stack: { scope: 'stack', type: 'stack', platform: 'node' },
  'stack-e2e': { scope: 'stack', type: 'e2e', platform: 'node' },
};

const axes = {
  scope: [...domains, 'gateway', 'web', 'stack', 'shared'],
  type: [
    ...[
      'kernel',
      'domain',
      'contract',
      'port',
      'adapter',
      'door',
      'embedded',
      'read-model',
      'service',
      'hosting',
      'laptop',
      'bench',
    ],
    ...['app', 'stack', 'testing', 'e2e', 'tool'],
  ],
  platform: ['any', 'node', 'browser'],
};

module.exports = { apps, axes, domains, layers, ports, servers, shared, vendors };
