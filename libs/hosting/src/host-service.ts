import { NestFactory } from '@nestjs/core';
import { accessLedger, serviceModule, type OpenModel, type Service, type ServiceDeps } from '@benkan/doors';
import { natsServer } from '@benkan/messaging-nats';
import type { Platform } from './open-platform';

export type OpenService = (deps: ServiceDeps, openModel: OpenModel) => Promise<Service>;

export type Hosted = {
  readonly name: string;
  /** Resolves when the service can answer from complete views. */
  readonly ready: Promise<void>;
  /** Finishes what is under way, then leaves. */
  readonly close: () => Promise<void>;
};

/** Runs one service behind its doors on the broker. */
export const hostService = async (platform: Platform, name: string, open: OpenService): Promise<Hosted> => {
  const { deps, views } = await platform.depsFor(name);
  // a schema made by a read model is a mongoose schema: only the port does not say so
  const service = await open(deps, views.model as unknown as OpenModel);
  platform.watch(service);
  const notes = accessLedger(deps);
  const { natsUrl, natsToken } = platform.addresses;
  const app = await NestFactory.createMicroservice(
    serviceModule(service.doors, {
      ...deps,
      waitFor: service.waitFor,
      territory: service.territory,
      surplus: 'strip',
      notes,
    }),
    {
      ...natsServer({
        url: natsUrl,
        name,
        queue: name,
        drainMs: 3_000,
        ...(natsToken === undefined ? {} : { token: natsToken }),
      }),
      logger: false,
      abortOnError: false,
    },
  );
  await app.listen();
  return {
    name,
    ready: service.ready,
    close: async () => {
      await app.close();
      await notes.close();
      await service.stop();
    },
  };
};
