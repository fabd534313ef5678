import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { serverKinds } from './bed';
import { SEED } from './seeded';

const CLIENTS = ['@eventstore/db-client', '@nestjs/microservices', 'mongoose', 'nats'];

/** The folder of the workspace, above wherever this was built to. */
export const workspace = (from = __dirname): string => {
  try {
    const text = readFileSync(join(from, 'nx.json'), 'utf8');
    return text === '' ? dirname(from) : from;
  } catch {
    return workspace(dirname(from));
  }
};

const versions = (): readonly string[] => {
  const manifest = JSON.parse(readFileSync(join(workspace(), 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return CLIENTS.map((name) => `${name} ${manifest.dependencies[name] ?? '?'}`);
};

/** Where and with what the figures were taken. */
export const surroundings = () => {
  const processors = cpus();
  return {
    at: new Date().toISOString(),
    machine: `${processors.length} × ${processors[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()} ${arch()}`,
    loadAverage: loadavg().map((load) => load.toFixed(1)),
    node: process.version,
    clients: versions(),
    servers: serverKinds(),
    seed: SEED,
  };
};

export type Surroundings = ReturnType<typeof surroundings>;

/** The same, as lines of a page. */
export const surroundingLines = (around: Surroundings): readonly string[] => [
  `- ${around.at.slice(0, 10)}, ${around.machine}, ${around.system}, load before ${around.loadAverage.join(' ')}.`,
  `- Node ${around.node}, ${around.clients.join(', ')}; seed ${around.seed}.`,
  `- Event store: ${around.servers.events}. Documents: ${around.servers.documents}. Broker: ${around.servers.broker}.`,
];
