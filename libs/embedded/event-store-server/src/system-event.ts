import { randomUUID } from 'node:crypto';
import type { NewEvent } from './event-log';

/** An event the server writes of its own accord. */
export const systemEvent = (stream: string, type: string, json: string, created: number): NewEvent => ({
  stream,
  id: randomUUID(),
  type,
  json: true,
  created,
  data: Buffer.from(json),
  metadata: Buffer.alloc(0),
});
