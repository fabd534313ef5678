import { randomUUID } from 'node:crypto';
import { connect } from 'nats';
import { attendanceRequest, contextKey, contextsOf } from './attendance-door';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { startChild } from './child';
import { heldMeetings, recordLine, workingCommittee } from './committee';
import { httpClient } from './http';
import { inLanes, noting, times } from './lanes';
import { meetingHistory } from './meeting-history';
import { rawAppend, rawClient } from './raw-events';
import type { RespondersOrder } from './responders';
import { compare, scaled, type Side } from './round-runner';
import { startStack, type Stack } from './stack';
import { quantile } from './statistics';
import { RAW } from './subjects';

const LANES = 32;
const LINES = 40;
/** Operations of every side before the first round: as long as a fresh process takes to compile what it runs. */
const WARM_UP = 4_000;

// the stack keeps its own vault and keys; what is compared it shares with the raw sides
const stackOver = ({ url, natsToken, folder }: Bed): Promise<Stack> =>
  startStack(`${folder}/stack`, {
    ESDB_URL: url('events'),
    MONGO_URL: url('documents'),
    NATS_URL: url('broker'),
    ...(natsToken === undefined ? {} : { NATS_TOKEN: natsToken }),
  });

const httpSide = async ({ url, pids }: Stack) => {
  const client = httpClient(url, LANES);
  const { committeeId, participants } = await workingCommittee(client, LINES);
  const latencies: number[] = [];
  const side: Side = {
    name: 'HTTP command',
    alsoCpuOf: pids,
    prepare: async (round, effort) => {
      const lines = participants.slice(0, scaled(LINES, effort));
      const meetings = await heldMeetings(client, committeeId, LANES);
      if (round === 1) latencies.length = 0;
      const lanes = meetings.map((meeting) =>
        lines.map((participant) => noting(latencies, () => recordLine(client, meeting, participant))),
      );
      return { operations: LANES * lines.length, run: () => inLanes(lanes) };
    },
  };
  return { side, latencies, close: client.close };
};

const natsSide = async (url: string, token: string | undefined) => {
  const key = contextKey();
  const order: RespondersOrder = { listen: ['raw'], natsUrl: url, natsToken: token, contextKey: key };
  const responders = await startChild<RespondersOrder, 'listening'>('responders.js', order);
  const connection = await connect({ servers: url, ...(token === undefined ? {} : { token }) });
  const payload = Buffer.from(JSON.stringify(attendanceRequest(contextsOf(key), randomUUID())));
  const side: Side = {
    name: 'raw NATS round trip',
    alsoCpuOf: [responders.pid],
    prepare: async (_round, effort) => {
      const each = scaled(400, effort);
      const ask = async () => void (await connection.request(RAW, payload, { timeout: 30_000 }));
      return { operations: LANES * each, run: () => inLanes(times(LANES, () => times(each, () => ask))) };
    },
  };
  const close = async () => {
    await connection.close();
    await responders.end();
  };
  return { side, close };
};

const appendSide = (url: string) => {
  const client = rawClient(url);
  const [sample] = meetingHistory(3).events.slice(-1);
  if (sample === undefined) throw new Error('an empty history');
  const append = rawAppend(client, sample);
  const side: Side = {
    name: 'raw append',
    prepare: async (_round, effort) => {
      const each = scaled(200, effort);
      const lanes = times(LANES, () => {
        const stream = `bench-${randomUUID()}`;
        return times(each, () => () => append(stream));
      });
      return { operations: LANES * each, run: () => inLanes(lanes) };
    },
  };
  return { side, close: () => client.dispose() };
};

const warmed = async ({ prepare }: Side): Promise<void> => {
  for (let done = 0; done < WARM_UP;) {
    const { operations, run } = await prepare(0, 1);
    await run();
    done += operations;
  }
};

const measured = async (bed: Bed, { rounds }: Settings): Promise<Ratio> => {
  const stack = await stackOver(bed);
  try {
    const http = await httpSide(stack);
    const nats = await natsSide(bed.url('broker'), bed.natsToken);
    const append = appendSide(bed.url('events'));
    for (const { side } of [http, nats, append]) await warmed(side);
    const ratio = await compare({
      numerator: http.side,
      denominators: [nats.side, append.side],
      rounds,
    });
    const [p50, p99] = [0.5, 0.99].map((q) => quantile(http.latencies, q).toFixed(1));
    http.close();
    await Promise.all([nats.close(), append.close()]);
    return { ...ratio, notes: [`÷ ${ratio.denominator.name}`, `HTTP p50 ${p50} ms, p99 ${p99} ms`] };
  } finally {
    await stack.stop();
  }
};

export const httpPath: Bench = {
  id: 'B5',
  title:
    'HTTP → gateway → NATS → service → append (meetings.record-attendance) ÷ the slower of raw NATS round trip and raw append, 32 at a time',
  bar: { atLeast: 0.4 },
  measure: onBed(['events', 'documents', 'broker'], measured),
};
