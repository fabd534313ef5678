/**
 * Who may let whom in, as data. `eslint.config.mjs` hands it to `@nx/enforce-module-boundaries`;
 * `boundaries.spec.ts` shows that every line of it bites.
 */
import rooms from './rooms.cjs';

const tagged = (axis, values) => values.map((value) => `${axis}:${value}`);
const types = (...values) => tagged('type', values);

/** A package and its subpaths. */
const whole = (names) => names.flatMap((name) => (name.includes('*') ? [name] : [name, `${name}/*`]));

const nest = [
  ...['@nestjs/common', '@nestjs/core', '@nestjs/microservices', '@nestjs/schedule'],
  ...['reflect-metadata', 'rxjs'],
];
const httpEdge = ['@nestjs/platform-fastify', 'fastify', '@fastify/*'];
const stores = whole(['mongoose', 'lmdb', '@eventstore/*', '@grpc/*']);
const neverInBrowser = [...stores, 'nats', '@nestjs/*', '@fastify/*'];

/** What each vendor's adapters may import; an adapter without a line here gets nothing. */
export const drivers = {
  docx: ['docx', 'bwip-js'],
  esdb: ['@eventstore/db-client', '@grpc/grpc-js'],
  jose: ['jose'],
  mongo: ['mongoose'],
  nats: ['nats', ...nest],
  otel: ['@opentelemetry/*'],
  pdfmake: ['pdfmake', 'dejavu-fonts-ttf', 'bwip-js'],
  pino: ['pino'],
  prom: ['prom-client'],
  smtp: ['nodemailer'],
  xlsx: ['@e965/xlsx', 'csv-parse'],
};

/** What each embedded server is built on. */
export const serverLibraries = {
  broker: [],
  'document-server': ['bson', 'mingo', 'lmdb'],
  // the client's generated message classes, never the client itself
  'event-store-server': ['@grpc/grpc-js', '@eventstore/db-client/generated/*', 'google-protobuf', 'lmdb'],
};

/** Type → the types it may depend on. */
const rows = {
  kernel: ['kernel'],
  domain: ['domain', 'kernel'],
  contract: ['contract', 'kernel'],
  port: ['port', 'kernel'],
  adapter: ['port', 'kernel'],
  door: ['port', 'contract', 'kernel'],
  embedded: ['port', 'kernel'],
  'read-model': ['domain', 'contract', 'port', 'kernel'],
  service: ['domain', 'read-model', 'door', 'contract', 'port', 'kernel'],
  hosting: ['door', 'adapter', 'port', 'contract', 'kernel'],
  laptop: ['embedded', 'hosting', 'port', 'kernel'],
  app: ['service', 'hosting', 'door', 'adapter', 'port', 'contract', 'kernel'],
  stack: ['service', 'hosting', 'laptop', 'door', 'adapter', 'embedded', 'port', 'contract', 'kernel'],
  testing: ['port', 'kernel'],
  e2e: ['contract', 'testing', 'kernel'],
  tool: ['contract', 'kernel', 'port', 'adapter', 'embedded', 'testing'],
  bench: ['domain', 'read-model', 'door', 'adapter', 'embedded', 'port', 'contract', 'kernel'],
};

/** Type → the packages it may import; a type without a line is free. Services differ by scope, see below. */
const packages = {
  kernel: [],
  domain: [],
  contract: ['zod'],
  port: ['canonicalize', 'lru-cache', 'uuid', 'zod'],
  adapter: [],
  door: [...nest, 'lru-cache', 'uuid', 'zod'],
  embedded: [],
  'read-model': ['mongoose'],
};

const serviceScopes = [...rooms.domains, 'gateway'];
const servicePackages = (scope) => [...nest, 'zod', 'uuid', ...(scope === 'gateway' ? httpEdge : [])];

const typeRules = (extraPackages) =>
  Object.entries(rows).map(([type, may]) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: types(...may),
    ...(packages[type] && {
      allowedExternalImports: whole([...packages[type], ...(extraPackages[type] ?? [])]),
    }),
  }));

const serviceRules = serviceScopes.map((scope) => ({
  allSourceTags: ['type:service', `scope:${scope}`],
  allowedExternalImports: whole(servicePackages(scope)),
}));

const scopeRules = [...serviceScopes, 'web', 'shared'].map((scope) => ({
  sourceTag: `scope:${scope}`,
  onlyDependOnLibsWithTags: [...new Set([`scope:${scope}`, 'scope:shared'])],
}));

const platformRules = [
  { sourceTag: 'platform:node', onlyDependOnLibsWithTags: ['platform:node', 'platform:any'] },
  {
    sourceTag: 'platform:browser',
    onlyDependOnLibsWithTags: ['platform:browser', 'platform:any'],
    bannedExternalImports: neverInBrowser,
  },
  {
    sourceTag: 'platform:any',
    onlyDependOnLibsWithTags: ['platform:any'],
    bannedExternalImports: neverInBrowser,
  },
];

// the gateway is not trusted with data: it asks, it never opens a store
const gatewayRules = ['app', 'service'].map((type) => ({
  allSourceTags: ['scope:gateway', `type:${type}`],
  onlyDependOnLibsWithTags: [
    ...types('port', 'contract', 'kernel', 'door'),
    ...(type === 'app' ? types('service', 'hosting', 'adapter') : []),
  ],
  bannedExternalImports: stores,
}));

const webRule = {
  allSourceTags: ['scope:web', 'type:app'],
  onlyDependOnLibsWithTags: types('contract', 'kernel'),
};

/** The stores' own projects, which tags cannot tell from other ports: closed to the gateway by name. */
export const closedToGateway = [
  '@benkan/event-store',
  '@benkan/event-store-*',
  '@benkan/projections',
  '@benkan/vault*',
  '@benkan/view-store*',
];

/** The rules for code that runs. `extraPackages`: type → packages allowed in this room beyond the table. */
export const constraints = (extraPackages = {}) => [
  ...typeRules(extraPackages),
  ...serviceRules,
  ...scopeRules,
  ...platformRules,
  ...gatewayRules,
  webRule,
];

const specRows = {
  kernel: ['kernel', 'testing'],
  domain: ['domain', 'kernel', 'testing'],
  contract: ['contract', 'kernel', 'testing'],
  e2e: rows.e2e,
  tool: rows.tool,
  bench: rows.bench,
};
const specPackages = { kernel: ['fast-check'], domain: ['fast-check'], contract: ['zod', 'fast-check'] };
const serverSide = ['port', 'adapter', 'door', 'embedded', 'contract', 'kernel', 'testing'];

/** The relaxed copy for specs: a suite may also open servers and adapters, never another scope. */
export const specConstraints = () => [
  ...Object.keys(rows).map((type) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: types(...(specRows[type] ?? new Set([...rows[type], ...serverSide]))),
    ...(specPackages[type] && { allowedExternalImports: specPackages[type] }),
  })),
  ...scopeRules,
  { sourceTag: 'platform:browser', onlyDependOnLibsWithTags: ['platform:browser', 'platform:any'] },
];
