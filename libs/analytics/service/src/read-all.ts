import { accessEvents, eventReader } from '@benkan/contracts';
import { storedEvents as meetings } from '@benkan/contracts/meetings';
import { storedEvents as registry } from '@benkan/contracts/registry';
import { storedEvents as training } from '@benkan/contracts/training';

/** Reads the stored events of every service figures are made of. */
export const readAll = eventReader([...registry, ...meetings, ...training, ...accessEvents]);

/** The streams they lie in. */
export const AGGREGATES = [
  'unit',
  'committee',
  'participant',
  'meeting',
  'recommendation',
  'training',
  'actor-map',
  'access',
] as const;
