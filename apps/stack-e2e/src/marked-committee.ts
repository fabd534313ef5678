import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as registry from '@benkan/contracts/registry';
import { plantProject } from './marked-project';

type Plant = (contract: CommandContract, role: string, path: string, body: object) => Promise<CommandAnswer>;
type Marked = {
  readonly plant: Plant;
  readonly text: () => string;
  readonly committeeId: string;
  readonly participantId: string;
  /** A unit without a committee, and the one it comes back to. */
  readonly units: readonly [other: string, home: string];
  /** Remembers what a query shows. */
  readonly read: (role: string, path: string) => Promise<void>;
};

const added = (answer: CommandAnswer, field: string): string => String(Reflect.get(answer, field));

/** Says how its people are protected; the reasons are shown to one role. */
const plantProtection = async ({ plant, text, committeeId, read }: Marked): Promise<void> => {
  const committee = `committees/${committeeId}`;
  const today = new Date().toISOString().slice(0, 10);
  await plant(registry.assessRisk, 'protection-officer', `${committee}/risk-assessments`, {
    ...{ level: 'HIGH', reasons: text(), assessedOn: '2025-02-01', reviewOn: '2025-08-01' },
  });
  await plant(registry.setAttendanceMode, 'protection-officer', `${committee}/attendance-modes`, {
    ...{ mode: 'PSEUDONYMOUS', since: '2025-02-02', reason: text() },
  });
  await plant(registry.requestNominativeExport, 'supervisor', `${committee}/nominative-exports`, {
    ...{ purpose: 'AUDIT', recipient: text(), expiresOn: today },
  });
  await read('protection-officer', `${committee}/protection-policy`);
};

/** Says every command of a committee's life with a marker in each of its free texts, and looks at what is shown. */
export const plantCommittee = async (marked: Marked): Promise<void> => {
  const { text, committeeId, participantId, units, read } = marked;
  const look = async () => {
    await read('auditor', `committees/${committeeId}`);
    await read('auditor', `committees/${committeeId}/memberships`);
  };
  const say = (contract: CommandContract, path: string, body: object) =>
    marked.plant(contract, 'supervisor', `committees/${committeeId}/${path}`, body);
  const seat = { category: 'ORG_FEMMES', basis: 'DESIGNATED' };

  await say(registry.adoptRules, 'rules', { source: text(), adoptedOn: '2024-01-15' });
  const seatId = added(await say(registry.defineSeat, 'seats', { ...seat, label: text() }), 'seatId');
  await look();
  await say(registry.reviseSeat, `seats/${seatId}/revisions`, { ...seat, label: text(), reason: text() });
  const seated = { seatId, participantId, from: '2024-01-15', legalAct: text() };
  const membershipId = added(await say(registry.designateMember, 'memberships', seated), 'membershipId');
  const leaving = { endedOn: '2024-06-01', reason: 'OTHER', note: text() };
  await say(registry.endMembership, `memberships/${membershipId}/ending`, leaving);
  const again = { ...seated, from: '2024-07-01', legalAct: text() };
  const second = added(await say(registry.designateMember, 'memberships', again), 'membershipId');
  const next = { participantId, from: '2024-08-01', legalAct: text(), note: text() };
  const third = added(
    await say(registry.replaceMember, `memberships/${second}/replacement`, next),
    'membershipId',
  );
  await look();
  await say(registry.endMembership, `memberships/${third}/ending`, {
    endedOn: '2024-09-01',
    reason: 'OTHER',
  });
  await say(registry.endSeat, `seats/${seatId}/ending`, { endedOn: '2024-09-01', note: text() });
  await say(registry.designatePresident, 'presidency', {
    ...{ capacity: 'MAIRE', since: '2023-12-07', legalAct: text() },
  });
  await look();
  await say(registry.declarePresidencyVacant, 'presidency/vacancies', { since: '2024-12-20', note: text() });
  await plantProtection(marked);
  await plantProject(marked);
  await say(registry.createWorkingCommission, 'commissions', { theme: text(), createdOn: '2024-02-15' });
  const suspending = { since: '2025-02-01', reason: 'OTHER', note: text() };
  await say(registry.suspendCommittee, 'suspensions', suspending);
  await look();
  await say(registry.reactivateCommittee, 'reactivations', { since: '2025-03-01', note: text() });
  for (const unitId of units) {
    const moving = { unitId, transferredOn: '2025-03-01', legalAct: text() };
    await say(registry.transferCommittee, 'transfers', moving);
  }
  await look();
};
