import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as meetings from '@benkan/contracts/meetings';

type Planting = {
  readonly plant: (
    contract: CommandContract,
    role: string,
    path: string,
    body: object,
  ) => Promise<CommandAnswer>;
  readonly read: (role: string, path: string, atLeast?: string) => Promise<void>;
  readonly text: () => string;
  readonly code: () => string;
  readonly meetingId: string;
};

/** Every free text a recommendation can carry, from its issue to its end, and its history read back. */
export const plantRecommendation = async ({
  plant,
  read,
  text,
  code,
  meetingId,
}: Planting): Promise<void> => {
  const { id } = await plant(meetings.issueRecommendation, 'secretary', 'recommendations', {
    ...{ meetingId, theme: 'AUTRE', text: text(), number: code(), otherAddresseeReason: text() },
    ...{ addressees: [{ type: 'AUTRE', name: text() }], responsible: text() },
  });
  const path = `recommendations/${id}`;
  const reasoned = (on: string) => ({ on, reason: text() });
  const proven = (on: string) => ({ on, evidence: text() });
  const answer = { on: '2024-11-29', answer: 'ACCEPTED', text: text() };
  const progress = { on: '2024-12-01', note: text() };
  const sending = { on: '2024-11-28', channel: 'LETTER' };
  await plant(meetings.sendRecommendation, 'secretary', `${path}/sendings`, sending);
  await plant(meetings.answerRecommendation, 'secretary', `${path}/answers`, answer);
  await plant(meetings.reportProgress, 'secretary', `${path}/progress`, progress);
  await plant(meetings.claimImplementation, 'secretary', `${path}/implementation`, proven('2024-12-02'));
  await plant(meetings.verifyImplementation, 'supervisor', `${path}/verification`, proven('2024-12-03'));
  const reopening = () =>
    plant(meetings.reopenRecommendation, 'supervisor', `${path}/reopenings`, reasoned('2024-12-04'));
  await reopening();
  await plant(meetings.rejectRecommendation, 'supervisor', `${path}/rejection`, reasoned('2024-12-04'));
  await reopening();
  const { position } = await plant(
    meetings.abandonRecommendation,
    'secretary',
    `${path}/abandonment`,
    reasoned('2024-12-04'),
  );
  await read('auditor', path, position);
  await read('auditor', `${path}/history`, position);
};
