import type { ParkedEvent } from '@benkan/projections';
import { CannotDo, type Run, type Said } from '../command';
import { allStatus, folding } from './operated';
import { withOperated } from './opened';
import { discardTold, rebuildTold, retryTold, rollbackTold } from './outcomes';
import { statusJson, statusTable } from './status-table';

const word = ({ words }: Said, index: number): string => words[index] ?? '';

const telling = (
  say: Said['say'],
  { lines, status }: { readonly lines: readonly string[]; readonly status: 0 | 1 },
): 0 | 1 => {
  lines.forEach(say);
  return status;
};

export const runStatus: Run = (said) =>
  withOperated(said, async (operated) => {
    const all = await allStatus(operated);
    if (said.options['json'] === true) said.say(statusJson(all));
    else statusTable(all).forEach(said.say);
    return all.some(({ parkedEvents }) => parkedEvents > 0) ? 1 : 0;
  });

const lineOf = ({ stream, revision, type, reason }: ParkedEvent): string =>
  `${stream}  ${revision}  ${type}  ${reason}`;

const PAGE = 200;

export const runParked: Run = (said) =>
  withOperated(said, async (operated) => {
    const slice = word(said, 0);
    const { operations } = folding(operated, slice);
    const { stream } = said.options;
    const only = typeof stream === 'string' ? { stream } : {};
    let told = 0;
    for (let after: string | undefined; ;) {
      const page = await operations.parked(slice, {
        ...only,
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      if ('kind' in page) break;
      page.rows.map(lineOf).forEach(said.say);
      told += page.rows.length;
      after = page.next;
      if (after === undefined) break;
    }
    if (told === 0) said.say('Aucun événement n’est mis de côté.');
    return 0;
  });

export const runRetry: Run = (said) =>
  withOperated(said, async (operated) => {
    const { operations } = folding(operated, word(said, 0));
    return telling(said.say, retryTold(await operations.retry(word(said, 0), word(said, 1))));
  });

const revisionIn = (text: string): bigint => {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new CannotDo(`la révision est un nombre : ${text}`);
};

export const runDiscard: Run = (said) => {
  const { reason } = said.options;
  if (typeof reason !== 'string')
    throw new CannotDo('dites pourquoi : --reason <code>, par exemple unknown-type');
  const revision = revisionIn(word(said, 2));
  return withOperated(said, async (operated) => {
    const slice = word(said, 0);
    const discarding = { stream: word(said, 1), revision, by: 'operator', reason };
    return telling(
      said.say,
      discardTold(await folding(operated, slice).operations.discard(slice, discarding)),
    );
  });
};

export const runRebuild: Run = (said) =>
  withOperated(said, async (operated) => {
    const wanted = said.words.length > 0 ? said.words : operated.flatMap(({ slices }) => slices);
    const chosen = wanted.map((slice) => ({ slice, ...folding(operated, slice) }));
    let worst: 0 | 1 = 0;
    for (const { slice, operations } of chosen) {
      const outcome = await operations.rebuild(slice, { force: said.options['force'] === true });
      if (telling(said.say, rebuildTold(slice, outcome)) === 1) worst = 1;
      if (outcome.kind === 'interrupted') break;
    }
    return worst;
  });

export const runRollback: Run = (said) =>
  withOperated(said, async (operated) => {
    const slice = word(said, 0);
    return telling(said.say, rollbackTold(slice, await folding(operated, slice).operations.rollback(slice)));
  });
