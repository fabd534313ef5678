import { z } from 'zod';
import { batchItem, MAX_BATCH, problemsOf, type BatchItem } from '@benkan/contracts';
import { HttpProblem } from '../http/problem';
import { parametersOf, routes, type Route } from '../routes';

/** A command of a batch and the route it would take alone, or why it cannot be read. */
export type Read = { readonly item: BatchItem; readonly route: Route } | { readonly problem: HttpProblem };

const commands: ReadonlyMap<string, Route> = new Map(
  routes.flatMap((route) =>
    route.contract.kind === 'command' ? [[route.contract.name, route] as const] : [],
  ),
);

const list = z.array(z.unknown()).min(1).max(MAX_BATCH);

/** The items of a batch as sent, unread. Throws when it is no batch at all. */
export const itemsOf = (body: unknown): readonly unknown[] => {
  const parsed = list.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new HttpProblem('malformed', { errors: problemsOf(parsed.error) });
};

const missing = ({ path }: Route, { body }: BatchItem): readonly string[] =>
  parametersOf(path).filter((name) => typeof body[name] !== 'string');

const unknown = (value: string): HttpProblem =>
  new HttpProblem('unknown-command', {
    errors: [{ pointer: '/command', code: 'unknown-command', detail: `${value} is not known` }],
  });

const withoutPath = (names: readonly string[]): HttpProblem =>
  new HttpProblem('malformed', {
    errors: names.map((name) => ({
      pointer: `/body/${name}`,
      code: 'required',
      detail: 'stands in the path when the command is sent alone',
    })),
  });

/** One item of a batch. */
export const readItem = (value: unknown): Read => {
  const parsed = batchItem.safeParse(value);
  if (!parsed.success) return { problem: new HttpProblem('malformed', { errors: problemsOf(parsed.error) }) };
  const item = parsed.data;
  const route = commands.get(item.command);
  if (route === undefined) return { problem: unknown(item.command) };
  const names = missing(route, item);
  return names.length > 0 ? { problem: withoutPath(names) } : { item, route };
};
