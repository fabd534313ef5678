import type { OnDamage } from '@benkan/laptop';
import type { Log } from '@benkan/observability';
import type { Damaged } from '../messages';

/** What is done about damage that a server met: a line of the log each, and the store told to who shows health. */
export const damageTo =
  (log: Pick<Log, 'error'>, tell: (damaged: Damaged) => void): OnDamage =>
  (store, line) => {
    log.error('stored bytes are not those that were written: restore the last backup', {
      store,
      damage: line,
    });
    tell({ kind: 'damaged', store });
  };
