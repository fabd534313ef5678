import { on } from './rule';

/** Units, committees and participants, without a name. */
export const fromRegistry = [
  on('unit-registered', {
    about: ({ unitId }) => ['unit', unitId],
    tell: ({ unitId, unitType, parentId, name, codes, validFrom }) => ({
      fact: { kind: 'unit', unitId, unitType, parentId, name, codes },
      occurredOn: validFrom,
    }),
  }),
  on('committee-established', {
    about: ({ committeeId }) => ['committee', committeeId],
    tell: ({ committeeId, unitId, level, frequency }) => ({
      fact: { kind: 'committee', committeeId, unitId, level, frequency, installedOn: null },
      occurredOn: null,
    }),
  }),
  on('committee-installed', {
    about: ({ committeeId }) => ['committee', committeeId],
    tell: ({ installedOn }, before) =>
      before?.kind === 'committee'
        ? { fact: { ...before, installedOn }, occurredOn: installedOn }
        : undefined,
  }),
  on('participant-registered', {
    about: ({ participantId }) => ['participant', participantId],
    tell: ({ participantId, unitId, sex, ageBand, structureKind, corps }) => ({
      fact: { kind: 'participant', participantId, unitId, sex, ageBand, structureKind, corps },
      occurredOn: null,
    }),
  }),
  on('participant-corrected', {
    about: ({ participantId }) => ['participant', participantId],
    tell: ({ sex, ageBand, structureKind, corps }, before) =>
      before?.kind === 'participant'
        ? { fact: { ...before, sex, ageBand, structureKind, corps }, occurredOn: null }
        : undefined,
  }),
] as const;
