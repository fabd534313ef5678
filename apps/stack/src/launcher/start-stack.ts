import { announce, CannotStart, type DataFolder } from '@benkan/laptop';
import type { StackConfig } from '../config';
import type { Identity, ServersReady, ServicesReady } from '../messages';
import { startChild, type Child } from './child-process';

export type Stack = {
  readonly url: string;
  /** Where operators read the figures, when they asked for it. */
  readonly metricsUrl: string | undefined;
  readonly children: { readonly servers: Child; readonly services: Child };
  /** Resolves when a child dies without being asked to, with one line that says which. */
  readonly broken: Promise<string>;
  /** Drains the services, then stops the servers; within 5 s. */
  readonly stop: () => Promise<void>;
};

const portProblem = (reason: string, port: number): string =>
  reason.includes('EADDRINUSE')
    ? `port ${port} is taken: choose another with PORT=…, or PORT=0 for a free one`
    : reason;

/** A data directory opened, who may call over it, and its passphrase when it has one. */
export type Opened = {
  readonly folder: DataFolder;
  readonly identity: Identity;
  readonly passphrase?: string | undefined;
};

// no key is looked for where none was told
const keyOf = ({ folder, passphrase }: Opened) => ({
  kekFile: folder.kekFile ?? '',
  kekPassphrase: passphrase === undefined ? undefined : { passphrase, saltFile: folder.kekSalt },
});

/** The servers first, then the services over them. Throws `Interrupted` when the signal comes first. */
export const startStack = async (
  config: StackConfig,
  opened: Opened,
  signal: AbortSignal,
): Promise<Stack> => {
  const {
    elsewhere,
    brokerToken,
    contextKey,
    port,
    host,
    tls,
    logLevel,
    clockChecked,
    metricsPort,
    territory,
    reminders,
  } = config;
  const { folder, identity } = opened;
  const { events, readModels, vault, keys, logs, packKeys } = folder;
  const servers = await startChild<ServersReady>(
    'servers',
    {
      ...{ kind: 'start-servers', folders: { events, readModels, vault, keys }, brokerToken, elsewhere },
      ...{ logFile: logs, logLevel },
    },
    signal,
  );
  const withdraw = announce(folder, servers.ready.urls);
  const addresses = { ...servers.ready.urls, natsToken: brokerToken, ...keyOf(opened), contextKey };
  const services = await startChild<ServicesReady>(
    'services',
    {
      ...{ kind: 'start-services', addresses, port, host, logFile: logs, logLevel },
      ...{ clockChecked, metricsPort, identity, packKeys, tls, territory, reminders },
    },
    signal,
  ).catch(async (error: unknown) => {
    withdraw();
    await servers.child.stop(2_000);
    throw error instanceof CannotStart ? new CannotStart(portProblem(error.message, port)) : error;
  });

  servers.child.onDamaged((damaged) => services.child.tell(damaged));

  let stopping = false;
  const died = async (name: string, child: Child): Promise<string> => {
    const how = await child.gone;
    return stopping
      ? new Promise<string>(() => undefined)
      : `the ${name} ended (${how}); start again, nothing acknowledged is lost`;
  };
  return {
    url: services.ready.url,
    metricsUrl: services.ready.metricsUrl,
    children: { servers: servers.child, services: services.child },
    broken: Promise.race([died('servers', servers.child), died('services', services.child)]),
    stop: async () => {
      stopping = true;
      withdraw();
      await services.child.stop(3_000);
      await servers.child.stop(1_500);
    },
  };
};
