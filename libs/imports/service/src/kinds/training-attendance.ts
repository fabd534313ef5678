import { plan, recordAttendance, recordSheet, recordTestResults } from '@benkan/contracts/training';
import type { TrainingHead, TrainingRow } from '@benkan/imports-domain';
import { derivedId } from '@benkan/messaging';
import { sideBySide } from '../jobs/side-by-side';
import { fatal, rejected, type Kind, type Working } from './kind';
import { personOf, unclear } from './person';
import { both, stepper, trouble, type Done } from './step';
import { wholeSheet } from './whole-sheet';

/** Rows said side by side. */
const WIDTH = 8;

type Line = {
  readonly participantId: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
};

const planned = async ({ say }: Working, unitId: string, { days, group, themes, title }: TrainingHead) => {
  const id = derivedId('training', unitId, days.join(','), String(group));
  const opening = stepper();
  const about = { themes: themes.length === 0 ? ['AUTRE'] : [...themes], group };
  const titled = title === null ? {} : { title: title.slice(0, 300) };
  opening.take(plan.name, await say(plan, { id, unitId, days: [...days], ...about, ...titled }, 'training'));
  return { id, troubles: opening.done().troubles };
};

const marksOf = ({ present, absent }: Line) => [
  ...present.map((day) => ({ day, status: 'PRESENT' as const })),
  ...absent.map((day) => ({ day, status: 'ABSENT' as const })),
];

const sheetOf = ({ say, places }: Working, trainingId: string) =>
  wholeSheet<Line>(say, {
    contract: recordSheet,
    of: (lines) => ({ trainingId, lines }),
    stood: async () => {
      const before = new Set(
        (await places.signaturesBefore(trainingId)).map(
          ({ participantId, day }) => `${participantId}|${day}`,
        ),
      );
      return (line) => marksOf(line).every(({ day }) => before.has(`${line.participantId}|${day}`));
    },
    alone: async (line, key) => {
      const steps = stepper();
      const { participantId } = line;
      for (const mark of marksOf(line)) {
        const body = { trainingId, participantId, ...mark };
        steps.take(recordAttendance.name, await say(recordAttendance, body, `${key}|${mark.day}`));
      }
      return steps.done();
    },
  });

const lineOf = (participantId: string, { days }: TrainingRow): Line => {
  const daysOf = (wanted: TrainingRow['days'][number]['status']) =>
    days.filter(({ status }) => status === wanted).map(({ day }) => day);
  return { participantId, present: daysOf('present'), absent: daysOf('absent') };
};

type Tests = {
  readonly key: string;
  readonly body: { readonly participantId: string } & Pick<TrainingRow, 'pre' | 'post' | 'max'>;
};

/** The tests of those who stand on the sheet, after it. */
const testsOf = ({ say }: Working, trainingId: string) => {
  const gathered: Tests[] = [];
  const close = async (signed: ReadonlyMap<string, Done>): Promise<ReadonlyMap<string, Done>> => {
    const dones = new Map(signed);
    await sideBySide(gathered, { width: WIDTH }, async ({ key, body }) => {
      const steps = stepper();
      const results = { trainingId, ...body };
      steps.take(recordTestResults.name, await say(recordTestResults, results, `${key}|tests`));
      const told = signed.get(key);
      dones.set(key, told === undefined ? steps.done() : both(told, steps.done()));
    });
    return dones;
  };
  return { add: (key: string, body: Tests['body']): void => void gathered.push({ key, body }), close };
};

/** A training sheet: the training, a person per row, all signatures in one command, then who took the tests. */
export const trainingAttendance: Kind<'training-attendance'> = {
  needs: recordAttendance.name,
  width: WIDTH,
  look: async (places, { communeCode }) => {
    const place = await places.place(communeCode);
    if (place === undefined) return rejected(trouble('unknown-commune', 'Code commune', communeCode));
    return { kind: 'looked', troubles: [], row: (values) => unclear(places, place.unitId, values) };
  },
  open: async (working, head) => {
    const place = await working.places.place(head.communeCode);
    if (place === undefined) return rejected(trouble('unknown-commune', 'Code commune', head.communeCode));
    const { unitId } = place;
    const { id, troubles } = await planned(working, unitId, head);
    const worst = fatal(troubles);
    if (worst !== undefined) return rejected(worst);
    const sheet = sheetOf(working, id);
    const tests = testsOf(working, id);

    const row = async (values: TrainingRow, key: string) => {
      const { participantId, done } = await personOf(working, { unitId, key }, values);
      if (participantId === undefined) return done;
      sheet.add(key, lineOf(participantId, values));
      const { pre, post, max } = values;
      if (pre !== null || post !== null) tests.add(key, { participantId, pre, post, max });
      return done;
    };
    const close = async () => tests.close(await sheet.close());
    return { kind: 'opened', troubles, unitId, row, close };
  },
};
