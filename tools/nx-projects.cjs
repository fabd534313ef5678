const { apps, domains, layers, ports, servers, shared, vendors } = require('./rooms.cjs');

const has = (table, key) => Object.hasOwn(table, key);

const library = (root, name, { scope = 'shared', type, platform }) => ({
  root,
  name,
  projectType: 'library',
  tags: [`scope:${scope}`, `type:${type}`, `platform:${platform}`],
});

const vendorOf = (name) => vendors.find((vendor) => name.endsWith(`-${vendor}`));

const platformRoom = (root, name) => {
  if (name === 'doors') return library(root, name, { type: 'door', platform: 'node' });
  if (has(ports, name)) return library(root, name, { type: 'port', platform: ports[name] });
  const vendor = vendorOf(name);
  if (vendor === undefined || !has(ports, name.slice(0, -vendor.length - 1))) return undefined;
  return library(root, name, { type: 'adapter', platform: 'node' });
};

const embeddedRoom = (root, name) =>
  servers.includes(name)
    ? library(root, `embedded-${name}`, { type: 'embedded', platform: 'node' })
    : undefined;

const domainRoom = (root, scope, layer) => {
  const lives = scope === 'gateway' ? layer === 'service' : domains.includes(scope) && has(layers, layer);
  return lives ? library(root, `${scope}-${layer}`, { scope, ...layers[layer] }) : undefined;
};

const libraryRoom = (first, second) => {
  if (has(shared, first)) return library(`libs/${first}`, first, shared[first]);
  const root = `libs/${first}/${second}`;
  if (first === 'platform') return platformRoom(root, second);
  if (first === 'embedded') return embeddedRoom(root, second);
  return domainRoom(root, first, second);
};

const appRoom = (name) =>
  has(apps, name)
    ? { ...library(`apps/${name}`, `app-${name}`, apps[name]), projectType: 'application' }
    : undefined;

/** The project a source file belongs to. Throws, saying what to do, when no room has that shape. */
const roomOf = (file) => {
  const [top, first, second] = file.split('/');
  if (top === 'tools')
    return library('tools/bench', 'bench', { scope: 'stack', type: 'bench', platform: 'node' });
  const room = top === 'apps' ? appRoom(first) : libraryRoom(first, second);
  if (room !== undefined) return room;
  throw new Error(
    `${file} stands in no known room: move it under one of docs/map.md, or add its room to tools/rooms.cjs.`,
  );
};

const projectsOf = (file) => {
  const { root, ...project } = roomOf(file);
  return { projects: { [root]: { root, sourceRoot: `${root}/src`, ...project } } };
};

/** Nx plugin: every project, its name and its tags follow from where its files stand. */
const createNodes = [
  '{apps,libs,tools/bench}/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  (files) => files.map((file) => [file, projectsOf(file)]),
];

module.exports = { name: 'nx-projects', createNodes, roomOf };
