import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from './child';
import type { ServersOrder, ServersReady } from './servers';

type Server = ServersOrder['needed'][number];

const given: Readonly<Record<Server, string | undefined>> = {
  events: process.env['ESDB_URL'],
  documents: process.env['MONGO_URL'],
  broker: process.env['NATS_URL'],
};

/** The servers one bench runs over; all of its sides use the same. */
export type Bed = {
  readonly url: (server: Server) => string;
  readonly natsToken: string | undefined;
  /** A folder that is gone afterwards. */
  readonly folder: string;
  readonly close: () => Promise<void>;
};

// what a URL may say of itself in a report: never its user
const placeOf = (url: string): string => url.replace(/\/\/[^@/]*@/, '//').replace(/[?].*$/, '');

/** Which server stood behind each port, as printed with the figures. */
export const serverKinds = (): Readonly<Record<Server, string>> => {
  const kind = (server: Server): string => {
    const url = given[server];
    return url === undefined ? 'embedded, in a process of its own' : placeOf(url);
  };
  return { events: kind('events'), documents: kind('documents'), broker: kind('broker') };
};

/** Starts what no URL was given for, with empty folders. */
export const openBed = async (...servers: readonly Server[]): Promise<Bed> => {
  const folder = await mkdtemp(join(tmpdir(), 'benkan-bench-'));
  const token =
    process.env['NATS_TOKEN'] ?? (given.broker === undefined ? randomBytes(16).toString('hex') : undefined);
  const needed = servers.filter((server) => given[server] === undefined);
  const order: ServersOrder = { folder, needed, token: token ?? '' };
  const child: Child<ServersReady> | undefined =
    needed.length === 0 ? undefined : await startChild('servers.js', order);
  return {
    folder,
    natsToken: token,
    url: (server) => {
      const url = given[server] ?? child?.ready[server];
      if (url === undefined) throw new Error(`this bench did not ask for ${server}`);
      return url;
    },
    close: async () => {
      await child?.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Measures over a bed and takes it away, whatever comes. */
export const onBed =
  <Settings, Result>(
    servers: readonly Server[],
    measure: (bed: Bed, settings: Settings) => Promise<Result>,
  ) =>
  async (settings: Settings): Promise<Result> => {
    const bed = await openBed(...servers);
    try {
      return await measure(bed, settings);
    } finally {
      await bed.close();
    }
  };
