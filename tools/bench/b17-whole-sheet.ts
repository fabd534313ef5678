import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { heldMeetings, recordSheet, workingCommittee } from './committee';
import { httpClient, type HttpClient } from './http';
import { compare, scaled, type Side } from './round-runner';
import { startStack } from './stack';

const WHOLE = 300;
/** Sheets a round, one after another: it is the answer to one that is waited for. */
const SHEETS = 20;

type Sheets = {
  readonly client: HttpClient;
  readonly committeeId: string;
  readonly participants: readonly string[];
};

const sheetsOf = ({ client, committeeId, participants }: Sheets, lines: number): Side => ({
  name: `sheet of ${lines}`,
  prepare: async (round, effort) => {
    const meetings = await heldMeetings(client, committeeId, scaled(SHEETS, effort));
    // not the same person first each time
    const people = Array.from({ length: lines }, (_, index) => participants[(index + round) % WHOLE] ?? '');
    const run = async () => {
      for (const meeting of meetings) await recordSheet(client, meeting, people);
    };
    return { operations: meetings.length, run };
  },
});

const measured = async ({ folder }: Bed, { rounds }: Settings): Promise<Ratio> => {
  const stack = await startStack(`${folder}/stack`, {});
  const client = httpClient(stack.url, 8);
  try {
    const sheets = { client, ...(await workingCommittee(client, WHOLE)) };
    return await compare({
      ...{ numerator: sheetsOf(sheets, WHOLE), denominators: [sheetsOf(sheets, 1)] },
      ...{ rounds, by: 'seconds' },
    });
  } finally {
    client.close();
    await stack.stop();
  }
};

export const wholeSheet: Bench = {
  id: 'B17',
  title: 'a sheet of 300 lines in one command (meetings.record-attendance-sheet) ÷ a sheet of one, over HTTP',
  bar: { atMost: 5 },
  measure: onBed([], measured),
};
