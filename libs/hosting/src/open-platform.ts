import { asking, clockGuard, telling, trustedClock, type Service, type ServiceDeps } from '@benkan/doors';
import { commandHandler } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { natsMessaging } from '@benkan/messaging-nats';
import type { Messaging } from '@benkan/messaging';
import { sharedSubscription } from '@benkan/projections';
import { noMetrics, type Log, type Metrics } from '@benkan/observability';
import { signedContexts, type ContextSigner } from '@benkan/security';
import type { Vault } from '@benkan/vault';
import { loadKek, loadKeks, openVault, rotateKeys } from '@benkan/vault-mongo';
import { openViews, type Views } from '@benkan/view-store-mongo';
import { databaseOf, type Addresses } from './addresses';
import { lagGauges } from './lag-gauges';

export type PlatformOptions = {
  readonly addresses: Addresses;
  readonly log: Log;
  /** Of the process, as the broker shows it. */
  readonly name: string;
  readonly metrics?: Metrics;
  /** An operator says that the clock is right, whatever history tells. */
  readonly clockChecked?: boolean;
  /** This process alone keeps the file of the key-encryption key, and replaces it after an erasure. */
  readonly ownsKek?: boolean;
};

export type Platform = {
  readonly addresses: Addresses;
  readonly log: Log;
  readonly messaging: Messaging;
  readonly context: ContextSigner;
  readonly vault: Vault;
  /** What a service is given; its views lie in a database of its own. */
  readonly depsFor: (service: string) => Promise<{ readonly deps: ServiceDeps; readonly views: Views }>;
  /** Shows how far behind the views of a service are. */
  readonly watch: (service: Pick<Service, 'lag'>) => void;
  readonly close: () => Promise<void>;
};

const keksOf = ({ kekPassphrase, kekFile }: Addresses) =>
  kekPassphrase === undefined ? loadKeks(kekFile) : ([loadKek(kekPassphrase)] as const);

/** Opens every adapter of a process once. */
export const openPlatform = async (options: PlatformOptions): Promise<Platform> => {
  const { addresses, log, name, metrics = noMetrics, clockChecked = false, ownsKek = false } = options;
  const now = () => new Date();
  const store = sharedSubscription(esdbEventStore({ url: addresses.esdbUrl }));
  const vault = await openVault({
    vaultUrl: databaseOf(addresses.vaultUrl, 'benkan-vault'),
    keysUrl: databaseOf(addresses.keysUrl, 'benkan-keys'),
    keks: keksOf(addresses),
    // another process may have replaced the key meanwhile
    reload: () => (addresses.kekPassphrase === undefined ? loadKeks(addresses.kekFile) : []),
    onUnreadable: ({ kind, code }) => log.warn('vault record unreadable', { kind, code }),
  });
  // a passphrase is replaced by whoever knows it
  const mayRotate = ownsKek && addresses.kekPassphrase === undefined;
  const { natsToken } = addresses;
  const messaging = natsMessaging({
    url: addresses.natsUrl,
    name,
    ...(natsToken === undefined ? {} : { token: natsToken }),
  });
  const context = signedContexts({ key: Buffer.from(addresses.contextKey, 'hex') });
  const { handle, current } = commandHandler({ store });
  const opened: Views[] = [];
  const clock = clockChecked ? trustedClock : clockGuard(now);
  const head = await store.head();
  if (head !== undefined) clock.seen(head.recordedAt.toISOString());

  return {
    addresses,
    log,
    messaging,
    context,
    vault,
    depsFor: async (service) => {
      const views = await openViews({ url: addresses.mongoUrl, database: `benkan-${service}` });
      opened.push(views);
      const [ask, tell] = [asking(messaging, context), telling(messaging, context)];
      return {
        views,
        deps: {
          ...{ store, handle, current, views: views.store, vault, ask, tell, context, log, clock, now },
          ...(mayRotate && { rotateKeys: () => rotateKeys(addresses.kekFile, vault) }),
        },
      };
    },
    watch: lagGauges(metrics),
    close: async () => {
      await messaging.close();
      await Promise.all(opened.map((views) => views.close()));
      await vault.close();
      await store.close();
    },
  };
};
