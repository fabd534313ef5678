import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as training from '@benkan/contracts/training';

type Marked = {
  readonly plant: (
    contract: CommandContract,
    role: string,
    path: string,
    body: object,
  ) => Promise<CommandAnswer>;
  readonly text: () => string;
  readonly unitId: string;
  readonly committeeId: string;
  readonly participantId: string;
  /** The number of the one certificate of a training. */
  readonly certificateOf: (trainingId: string) => Promise<string>;
  /** Remembers what a query shows. */
  readonly read: (role: string, path: string, atLeast?: string) => Promise<void>;
};
type Say = (contract: CommandContract, path: string, body: object) => Promise<CommandAnswer>;

const DAY = '2024-12-02';
const added = (answer: CommandAnswer, field: string): string => String(Reflect.get(answer, field));

const sections = (names: readonly string[], text: () => string) =>
  Object.fromEntries(names.map((name) => [name, text()]));

const planned = async ({ plant, text, unitId }: Marked): Promise<Say & { readonly id: string }> => {
  const plan = { unitId, days: [DAY], themes: ['RSS'], title: text() };
  const { id } = await plant(training.plan, 'trainer', 'trainings', plan);
  const say: Say = (contract, path, body) => plant(contract, 'supervisor', `trainings/${id}/${path}`, body);
  return Object.assign(say, { id });
};

const plantCertificate = async (marked: Marked, say: Say & { readonly id: string }): Promise<void> => {
  const { text, participantId, read, certificateOf } = marked;
  const signed = { participantId, day: DAY, status: 'PRESENT' };
  const { position } = await say(training.issueCertificates, 'certificates', {});
  await read('supervisor', `trainings/${say.id}/report`, position);
  const code = await certificateOf(say.id);
  await say(training.withdrawCertificate, `certificates/${code}/withdrawal`, { reason: text() });
  await say(training.correctAttendance, 'attendance/corrections', {
    ...{ ...signed, status: 'ABSENT', reason: text() },
  });
};

const plantCancelled = async (marked: Marked): Promise<void> => {
  const say = await planned(marked);
  const { position } = await say(training.cancel, 'cancellation', { reason: marked.text() });
  await marked.read('auditor', `trainings/${say.id}`, position);
};

/** Says every command of a training with a marker in each of its free texts, and looks at what is shown. */
export const plantTraining = async (marked: Marked): Promise<void> => {
  const { text, participantId, read } = marked;
  const say = await planned(marked);
  await say(training.setTermsOfReference, 'terms-of-reference', sections(training.TERMS_SECTIONS, text));
  const facilitator = { name: text(), organisation: text() };
  const facilitatorId = added(
    await say(training.nameFacilitator, 'facilitators', facilitator),
    'facilitatorId',
  );
  await say(training.postpone, 'postponements', { days: [DAY, '2024-12-03'], reason: text() });
  const signed = { participantId, day: DAY, status: 'PRESENT' };
  await say(training.recordAttendance, 'attendance', signed);
  const results = { participantId, pre: 7, post: 13, max: 20 };
  await say(training.recordTestResults, 'test-results', results);
  await say(training.correctTestResults, 'test-results/corrections', { ...results, pre: 8, reason: text() });
  const counts = (most: number) => ({
    scale: 4,
    questions: [{ question: 'OVERALL', counts: [0, 0, 0, most] }],
  });
  await say(training.recordSatisfaction, 'satisfaction', counts(1));
  await say(training.correctSatisfaction, 'satisfaction/corrections', { ...counts(2), reason: text() });
  const texts = sections(training.REPORT_SECTIONS, text);
  const { position } = await say(training.writeTrainingReport, 'report/texts', texts);
  await read('auditor', `trainings/${say.id}`, position);
  await say(training.withdrawFacilitator, `facilitators/${facilitatorId}/withdrawal`, { reason: text() });
  await say(training.closeTraining, 'closing', { certificateDays: 1 });
  const filing = { filedOn: '2024-12-10', fingerprint: 'ab'.repeat(32), reason: text() };
  await say(training.fileTrainingReport, 'report/filing', filing);
  await plantCertificate(marked, say);
  await plantCancelled(marked);
};

/** Says every command of a community activity. */
export const plantActivity = async ({ plant, text, committeeId, read }: Marked): Promise<void> => {
  const told = { committeeId, kind: 'OTHER', days: ['2024-11-30'], jointWith: [], tally: null };
  const { id, position } = await plant(training.recordActivity, 'secretary', 'activities', {
    ...{ ...told, otherKind: text(), place: text() },
  });
  await read('auditor', `activities/${id}`, position);
  const path = `activities/${id}`;
  const corrected = { ...told, otherKind: text(), place: text(), reason: text() };
  const { position: later } = await plant(
    training.correctActivity,
    'secretary',
    `${path}/corrections`,
    corrected,
  );
  await read('auditor', 'activities', later);
  await plant(training.withdrawActivity, 'secretary', `${path}/withdrawal`, { reason: text() });
};
