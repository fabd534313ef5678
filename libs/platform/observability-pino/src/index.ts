import pino from 'pino';
import type { Log } from '@benkan/observability';

export type PinoLogOptions = {
  readonly level: 'silent' | 'error' | 'warn' | 'info';
  readonly service: string;
  /** File descriptor or path; standard error when absent. */
  readonly destination?: string;
};

/** Lines kept until the disk has room again; those beyond are lost. */
const KEPT_BYTES = 1024 * 1024;

/** Structured logs, one JSON object a line. On a full disk lines are lost, and nothing else. */
export const pinoLog = ({ level, service, destination }: PinoLogOptions): Log => {
  const lines = pino.destination({ dest: destination ?? 2, sync: true, mkdir: true, maxLength: KEPT_BYTES });
  // a line nobody can write must not end the process
  lines.on('error', () => undefined);
  const logger = pino({ level, base: { service } }, lines);
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
};
