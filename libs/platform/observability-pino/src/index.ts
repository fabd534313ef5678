import pino from 'pino';
import type { Log } from '@benkan/observability';

export type PinoLogOptions = {
  readonly level: 'silent' | 'error' | 'warn' | 'info';
  readonly service: string;
  /** File descriptor or path; standard error when absent. */
  readonly destination?: string;
};

/** Structured logs, one JSON object a line. */
export const pinoLog = ({ level, service, destination }: PinoLogOptions): Log => {
  const logger = pino(
    { level, base: { service } },
    pino.destination({ dest: destination ?? 2, sync: true, mkdir: true }),
  );
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
};
