import { setTimeout as wait } from 'node:timers/promises';
import { connect, NatsError, type NatsConnection } from 'nats';

/** Where the broker is (`nats://host:port`), the token it asks for, and the name it knows this client by. */
export type NatsAddress = { readonly url: string; readonly token?: string; readonly name: string };

const RETRY_MS = 250;

const refused = (error: unknown): boolean => error instanceof NatsError && error.isAuthError();

const connectOnce = ({ url, token, name }: NatsAddress): Promise<NatsConnection> =>
  connect({
    servers: url,
    name,
    ...(token === undefined ? {} : { token }),
    timeout: 5_000,
    reconnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RETRY_MS,
    reconnectJitter: 100,
    pingInterval: 10_000,
    // a token that is being replaced must not end the connection for ever
    ignoreAuthErrorAbort: true,
  });

/**
 * Waits for the broker as long as it takes, then stays: a lost connection comes back by itself, without end.
 * Rejects when the token is refused at first, or when aborted. (The client's own `waitOnFirstConnect` cannot be aborted.)
 */
export const connectPatiently = async (
  address: NatsAddress,
  signal: AbortSignal,
): Promise<NatsConnection> => {
  for (;;) {
    const connection = await connectOnce(address).catch((error: unknown) => {
      if (refused(error)) throw error;
    });
    if (connection && !signal.aborted) return connection;
    await connection?.close();
    await wait(RETRY_MS, undefined, { signal });
  }
};
