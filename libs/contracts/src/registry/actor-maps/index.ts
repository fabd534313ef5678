export * from './commands';
export * from './actor-commands';
export * from './inclusion-commands';
export * from './queries';
export * from './events';
export {
  ACTOR_KINDS,
  ACTOR_MAP_STATUSES,
  DATA_CLASSES,
  EXCLUDED_GROUPS,
  INCLUSION_OUTCOMES,
  NAME_STATES,
  SOURCE_RELIABILITIES,
} from './shapes';
