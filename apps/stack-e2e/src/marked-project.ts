import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as registry from '@benkan/contracts/registry';

type Marked = {
  readonly plant: (
    contract: CommandContract,
    role: string,
    path: string,
    body: object,
  ) => Promise<CommandAnswer>;
  readonly text: () => string;
  readonly committeeId: string;
  /** Remembers what a query shows. */
  readonly read: (role: string, path: string) => Promise<void>;
};

const PERIOD = { from: '2024-11-01', to: '2025-01-31' };
const aim = (count: number) => ({ indicator: 'IND-03', ...PERIOD, target: { kind: 'COUNT', count } });

/** Says every command of a project's life with a marker in each of its free texts, and looks at what is shown. */
export const plantProject = async ({ plant, text, committeeId, read }: Marked): Promise<void> => {
  const { id } = await plant(registry.openProject, 'national', 'projects', {
    ...{ title: text(), donor: 'OTHER', donorOther: text(), implementer: text(), ...PERIOD },
    committeeIds: [committeeId],
  });
  const say = (contract: CommandContract, path: string, body: object) =>
    plant(contract, 'supervisor', `projects/${id}/${path}`, body);
  await say(registry.reviseProject, 'revisions', { ...PERIOD, purposeCodes: ['15210'], reason: text() });
  await say(registry.setTarget, 'targets', aim(500));
  const answer = await say(registry.setTarget, 'targets', { ...aim(504), reason: text() });
  const targetId = String(Reflect.get(answer, 'targetId'));
  await say(registry.withdrawTarget, `targets/${targetId}/withdrawal`, { reason: text() });
  await say(registry.closeProject, 'closing', { closedOn: '2025-01-31', reason: text() });
  await read('auditor', `projects/${id}`);
};
