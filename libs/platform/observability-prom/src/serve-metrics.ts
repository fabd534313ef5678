import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PromMetrics } from './prom-metrics';

export type ServedMetrics = { readonly url: string; readonly close: () => Promise<void> };

const METRICS = '/metrics';

/** Shows the figures at `/metrics` on a port of their own, never on the public one. */
export const serveMetrics = (
  metrics: PromMetrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ServedMetrics> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== METRICS) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('only GET /metrics is here\n');
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500, { 'content-type': 'text/plain' }).end('the figures cannot be read\n'),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: bound } = server.address() as AddressInfo;
      resolve({
        url: `http://${host}:${bound}${METRICS}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
};
