import { imports, inSpec, line, write } from './canary';
import type { Canary } from './canary';

const green = imports('green');

/** Each must pass without a word. */
export const mustPass: readonly Canary[] = [
  ...green('domain', '@benkan/kernel'),
  ...write('green')('domain', 'export const day = (at: string) => new Date(at).getUTCDate();'),
  ...green('contracts', 'zod', '@benkan/kernel'),
  ...green('port', 'node:crypto', 'lru-cache', 'canonicalize', '@benkan/kernel'),
  ...green('esdb', '@eventstore/db-client', '@benkan/event-store', 'node:events'),
  ...green('mongo', 'mongoose', '@benkan/projections'),
  ...green('door', '@nestjs/microservices', '@benkan/messaging', '@benkan/contracts'),
  ...green(
    'server',
    '@grpc/grpc-js',
    'lmdb',
    '@eventstore/db-client/generated/streams_pb',
    'node:worker_threads',
  ),
  ...green('broker', 'node:net'),
  ...green(
    'readModel',
    'mongoose',
    '@benkan/meetings-domain',
    '@benkan/contracts/meetings',
    '@benkan/projections',
  ),
  ...green('analytics', '@benkan/contracts/training'),
  ...green(
    'service',
    '@nestjs/common',
    '@benkan/meetings-domain',
    '@benkan/meetings-read-model',
    '@benkan/doors',
  ),
  ...green('service', '@benkan/contracts/registry', '@benkan/event-store'),
  ...green(
    'gateway',
    '@nestjs/platform-fastify',
    '@fastify/helmet',
    '@benkan/contracts/meetings',
    '@benkan/messaging',
  ),
  ...green('gatewayApp', '@benkan/gateway-service', '@benkan/messaging-nats', '@benkan/security-jose'),
  ...green('hosting', '@nestjs/core', '@benkan/doors', '@benkan/event-store-esdb', '@benkan/config'),
  ...green('app', '@benkan/hosting'),
  ...green('app', '@benkan/meetings-service', '@benkan/event-store-esdb', '@benkan/messaging-nats'),
  ...green('stack', '@benkan/meetings-service', '@benkan/training-service', '@benkan/event-store-server'),
  ...green('e2e', '@benkan/contracts/meetings'),
  line('green')('app', 'export const url = process.env.NATS_URL;', 'config.ts'),
  inSpec('green', 'domain', '@benkan/testing'),
  inSpec('green', 'domain', 'fast-check'),
  inSpec('green', 'port', '@benkan/testing'),
  inSpec('green', 'esdb', '@benkan/event-store-server'),
];
