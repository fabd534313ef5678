import { setTimeout as pause } from 'node:timers/promises';
import type { BatchAnswer, BatchItem } from '@benkan/contracts';
import type { ImportJob } from '@benkan/contracts/imports';
import type { IndicatorItem } from '@benkan/contracts/analytics';
import { derivedId } from '@benkan/messaging';

type Answer = { readonly status: number; readonly body: unknown };

/** Talks to the stack as any client does: over HTTP, with a demonstration token. */
export const demoApi = (url: string) => {
  let token: { readonly value: string; readonly until: number } | undefined;

  const authorization = async (): Promise<string> => {
    if (token === undefined || token.until < Date.now()) {
      const response = await fetch(`${url}/v1/demo/tokens`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ role: 'supervisor' }),
      });
      const issued = (await response.json()) as { token: string; expiresAt: string };
      token = { value: issued.token, until: Date.parse(issued.expiresAt) - 60_000 };
    }
    return `Bearer ${token.value}`;
  };

  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      Authorization: await authorization(),
    };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  /** The same file is the same upload: a restart goes on where the last run stopped. */
  const upload = async (kind: string, name: string, bytes: Uint8Array): Promise<string> => {
    const { status, body } = await call(`/v1/imports?kind=${kind}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Idempotency-Key': derivedId('demonstration', kind, name),
      },
      body: Buffer.from(bytes),
    });
    if (status !== 202) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return (body as { id: string }).id;
  };

  const finished = async (importId: string, onProgress: (job: ImportJob) => void): Promise<ImportJob> => {
    for (;;) {
      const { body } = await call(`/v1/imports/${importId}?limit=1`);
      const job = body as ImportJob;
      onProgress(job);
      if (job.status === 'COMPLETED' || job.status === 'REJECTED') return job;
      await pause(100);
    }
  };

  /** Asks until what was recorded up to a position is in the answer. */
  const ask = async <T>(path: string, atLeast: string | undefined): Promise<T> => {
    for (;;) {
      const headers: Record<string, string> = atLeast === undefined ? {} : { 'Benkan-At-Least': atLeast };
      const { status, body } = await call(path, { headers });
      if (status === 200) return body as T;
      if (status !== 503) throw new Error(`${path}: ${JSON.stringify(body)}`);
    }
  };

  const indicators = async (from: string, to: string, atLeast: string | undefined) =>
    (await ask<{ items: readonly IndicatorItem[] }>(`/v1/indicators?from=${from}&to=${to}`, atLeast)).items;

  /** Every item of a list, page by page. */
  const list = async <Item>(path: string, atLeast?: string): Promise<readonly Item[]> => {
    type Page = { readonly items: readonly Item[]; readonly next?: string };
    const items: Item[] = [];
    let after = '';
    for (;;) {
      const page = await ask<Page>(`/v1/${path}${path.includes('?') ? '&' : '?'}limit=200${after}`, atLeast);
      items.push(...page.items);
      if (page.next === undefined) return items;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
  };

  const batch = async (items: readonly BatchItem[]): Promise<BatchAnswer['items']> => {
    for (;;) {
      const { status, body } = await call('/v1/batches', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(items),
      });
      if (status === 200) return (body as BatchAnswer).items;
      if (status !== 503) throw new Error(JSON.stringify(body));
    }
  };

  return { upload, finished, indicators, list, batch };
};

export type DemoApi = ReturnType<typeof demoApi>;
