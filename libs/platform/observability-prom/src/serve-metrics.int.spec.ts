import { promMetrics } from './prom-metrics';
import { serveMetrics, type ServedMetrics } from './serve-metrics';

describe('figures for operators', () => {
  let served: ServedMetrics | undefined;
  afterEach(() => served?.close());

  const open = async (collect: () => readonly { labels: Record<string, string>; value: number }[]) => {
    const metrics = promMetrics('registry');
    metrics.gauge('benkan_lag_events', 'Events a slice has not folded yet', ['slice'], collect);
    served = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
    return served.url;
  };

  it('are those of the moment somebody looks', async () => {
    let lag = 3;
    const url = await open(() => [{ labels: { slice: 'meetings__v1' }, value: lag }]);
    const lineOf = async () =>
      (await (await fetch(url)).text()).split('\n').find((line) => /^benkan_lag/.test(line));
    expect(await lineOf()).toBe('benkan_lag_events{slice="meetings__v1",service="registry"} 3');
    lag = 0;
    expect(await lineOf()).toBe('benkan_lag_events{slice="meetings__v1",service="registry"} 0');
  });

  it('forget a slice that is no more', async () => {
    let slices = ['a', 'b'];
    const url = await open(() => slices.map((slice) => ({ labels: { slice }, value: 1 })));
    expect(await (await fetch(url)).text()).toContain('slice="b"');
    slices = ['a'];
    expect(await (await fetch(url)).text()).not.toContain('slice="b"');
  });

  it('say the memory of the process, and nothing at another address', async () => {
    const url = await open(() => []);
    expect(await (await fetch(url)).text()).toMatch(/^process_resident_memory_bytes\{.*\} \d+/m);
    expect((await fetch(url.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });

  it('answer 500 when they cannot be read, and go on', async () => {
    let broken = true;
    const url = await open(() => {
      if (broken) throw new Error('a secret of the store');
      return [];
    });
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    broken = false;
    expect((await fetch(url)).status).toBe(200);
  });
});
