import type { Fold } from '@benkan/kernel';
import { told, type Dated } from '../committees/dated';
import type { Assessed, ExportRequested, ModeSet, ProtectionFact } from './protection-facts';

export type Assessment = Omit<Assessed, 'committeeId'> & Dated;
export type Mode = Omit<ModeSet, 'committeeId'>;
export type NominativeExport = Omit<ExportRequested, 'committeeId'> & {
  /** Who authorised it; nobody yet where it is null. */
  readonly authorisedBy: string | null;
};

/** How the people of one committee are protected; the same stream for as long as the committee lives. */
export type Protection = {
  readonly assessments: readonly Assessment[];
  readonly modes: readonly Mode[];
  readonly exports: ReadonlyMap<string, NominativeExport>;
};

const authorised = ({ exports }: Protection, exportId: string, authorisedBy: string) => {
  const asked = exports.get(exportId);
  return asked === undefined ? exports : new Map(exports).set(exportId, { ...asked, authorisedBy });
};

const evolve = (state: Protection, { type, data }: ProtectionFact): Protection => {
  switch (type) {
    case 'risk-assessed': {
      const { committeeId: _, ...assessed } = data;
      return { ...state, assessments: told(state.assessments, { ...assessed, since: assessed.assessedOn }) };
    }
    case 'attendance-mode-set': {
      const { committeeId: _, ...mode } = data;
      return { ...state, modes: told(state.modes, mode) };
    }
    case 'nominative-export-requested': {
      const { committeeId: _, ...asked } = data;
      const exports = new Map(state.exports).set(asked.exportId, { ...asked, authorisedBy: null });
      return { ...state, exports };
    }
    case 'nominative-export-authorised':
      return { ...state, exports: authorised(state, data.exportId, data.authorisedBy) };
    case 'nominative-export-made':
      return state;
  }
};

/** The protection policy of a committee. */
export const protection: Fold<Protection, ProtectionFact> = {
  initial: { assessments: [], modes: [], exports: new Map() },
  evolve,
};
