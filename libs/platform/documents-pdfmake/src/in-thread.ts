import { parentPort, workerData } from 'node:worker_threads';
import type { LaidDocument } from '@benkan/documents';
import { print } from './print';
import type { Said } from './thread';

const say = (said: Said) => parentPort?.postMessage(said);

print((workerData as { document: LaidDocument }).document).then(
  (bytes) => say({ kind: 'rendered', bytes }),
  (fault: unknown) =>
    say({ kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) }),
);
