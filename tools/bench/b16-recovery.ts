import { join } from 'node:path';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { heldMeetings, recordLine, registerUnit, workingCommittee } from './committee';
import { httpClient } from './http';
import { inLanes } from './lanes';
import { compare, type Side } from './round-runner';
import { startStack, type Stack } from './stack';

const LANES = 16;
const LINES = 20;
/** Commands acknowledged before the stack is killed, with more of them under way. */
const ENOUGH = 100;

/** From the start of the process to the first command it acknowledges. */
const untilAcknowledged = async (folder: string): Promise<Stack> => {
  const stack = await startStack(folder);
  const client = httpClient(stack.url, 1);
  await registerUnit(client);
  client.close();
  return stack;
};

/** Kills a stack while it works. */
const killedAtWork = async (stack: Stack): Promise<void> => {
  const client = httpClient(stack.url, LANES);
  const { committeeId, participants } = await workingCommittee(client, LINES);
  const meetings = await heldMeetings(client, committeeId, LANES);
  let acknowledged = 0;
  let enough = (): void => undefined;
  const worked = new Promise<void>((resolve) => (enough = resolve));
  const lanes = meetings.map((meeting) =>
    participants.map((participant) => async () => {
      await recordLine(client, meeting, participant);
      acknowledged += 1;
      if (acknowledged === ENOUGH) enough();
    }),
  );
  const working = inLanes(lanes);
  await Promise.race([worked, working]);
  await stack.kill();
  // what was under way has lost its server
  await working.catch(() => undefined);
  client.close();
};

const measured = async (bed: Bed, { rounds }: Settings): Promise<Ratio> => {
  const folder = join(bed.folder, 'stack');
  let stack: Stack | undefined = await untilAcknowledged(folder);
  const timed = (name: string, ready: (running: Stack) => Promise<void>): Side => ({
    name,
    prepare: async () => {
      if (stack === undefined) throw new Error('no stack runs');
      await ready(stack);
      stack = undefined;
      return {
        operations: 1,
        run: async () => {
          stack = await untilAcknowledged(folder);
        },
      };
    },
  });
  try {
    return await compare({
      numerator: timed('start after kill -9', killedAtWork),
      denominators: [timed('start after a stop', (running) => running.stop())],
      rounds,
      by: 'seconds',
    });
  } finally {
    await stack?.stop();
  }
};

export const recovery: Bench = {
  id: 'B16',
  title: 'start to first acknowledged command, after kill −9 under load ÷ after an orderly stop, same data',
  bar: { atMost: 1.2 },
  measure: onBed([], measured),
};
