import { bilingual, type Texts } from '../text';

/** Refusals more than one domain speaks. */
export const sharedTexts: Texts = bilingual({
  'differs-from-recorded': [
    'Diffère de ce qui est enregistré',
    'Comparez les deux valeurs ; pour changer, envoyez une correction avec son motif.',
    'Differs from what is recorded',
    'Compare both values; to change it, send a correction with its reason.',
  ],
  'attendance-not-recorded': [
    'Présence non enregistrée',
    'Enregistrez d’abord cette présence ; on ne corrige que ce qui est écrit.',
    'Attendance not recorded',
    'Record this attendance first; only what is written can be corrected.',
  ],
});
