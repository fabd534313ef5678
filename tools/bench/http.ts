import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

type Answer = { readonly status: number; readonly body: string };

const post = (agent: Agent, url: string, body: string, headers: Readonly<Record<string, string>>) =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request(url, {
      agent,
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers },
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    asked.end(body);
  });

export type Told = { readonly id: string };

/** A client of the HTTP edge that keeps its connections. Throws for every answer but an acknowledgement. */
export const httpClient = (url: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tokens = new Map<string, string>();

  const acknowledged = async <Body>(
    path: string,
    body: object,
    headers: Readonly<Record<string, string>>,
  ) => {
    const answer = await post(agent, `${url}${path}`, JSON.stringify(body), headers);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as Body;
  };

  /** A demonstration token, one for each role. */
  const tokenFor = async (role: string): Promise<string> => {
    const known = tokens.get(role);
    if (known !== undefined) return known;
    const { token } = await acknowledged<{ readonly token: string }>('/v1/demo/tokens', { role }, {});
    tokens.set(role, token);
    return token;
  };

  const tell = async (role: string, path: string, body: object): Promise<Told> =>
    acknowledged<Told>(path, body, {
      Authorization: `Bearer ${await tokenFor(role)}`,
      'Idempotency-Key': randomUUID(),
    });

  return { tell, close: () => agent.destroy() };
};

export type HttpClient = ReturnType<typeof httpClient>;
