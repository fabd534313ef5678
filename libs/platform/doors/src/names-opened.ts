import type { FactOf, namesOpened } from '@benkan/contracts';
import type { Handle } from '@benkan/event-store';
import { accept } from '@benkan/kernel';
import { derivedId, Fault } from '@benkan/messaging';
import type { Vault } from '@benkan/vault';
import { access, type AccessFact } from './access-stream';
import type { Asked } from './door';
import { headerOf } from './header';

type Opened = FactOf<typeof namesOpened>['data'];

type Recording = { readonly handle: Handle; readonly vault: Pick<Vault, 'digest'> };

/**
 * Keeps the record that names of people were opened to the caller, one for each opening; nothing where `count` is 0.
 * Await it before anybody is shown. Throws a `Fault`: without the record there is nothing to show.
 */
export const recordOpening = async (
  { handle, vault }: Recording,
  asked: Asked<unknown>,
  opened: Omit<Opened, 'role'>,
): Promise<void> => {
  if (opened.count === 0) return;
  const data: Opened = { role: asked.role, ...opened };
  const told = await handle({
    aggregate: access,
    // a stream a thing and day: short, and rarely two append at once
    id: derivedId('access', opened.resourceId, asked.at.slice(0, 10)),
    header: headerOf(asked, vault, data),
    decide: () => accept<AccessFact>({ type: 'names-opened', data }),
  });
  if (told.kind === 'recorded') return;
  const full = told.kind === 'fault' && told.code === 'storage-full';
  throw new Fault(full ? 'storage-full' : 'unavailable');
};
