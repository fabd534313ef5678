import type { Committee } from '@benkan/analytics-domain';
import { unitRules } from './from-units';
import { on } from './rule';

type Adopted = Committee['rules'][number];

// facts may be recorded late; of one day, the last told stands
const ruled = (rules: readonly Adopted[], one: Adopted): readonly Adopted[] => [
  ...rules.filter(({ since }) => since <= one.since),
  one,
  ...rules.filter(({ since }) => since > one.since),
];

/** Units, committees and participants, without a name. */
export const fromRegistry = [
  ...unitRules,
  on('committee-established', {
    about: ({ committeeId }) => ['committee', committeeId],
    tell: ({ committeeId, unitId, level, frequency }) => ({
      fact: { kind: 'committee', committeeId, unitId, level, frequency, rules: [], installedOn: null },
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
  on('rules-adopted', {
    about: ({ committeeId }) => ['committee', committeeId],
    tell: ({ frequency, adoptedOn }, before) =>
      before?.kind === 'committee'
        ? {
            fact: { ...before, rules: ruled(before.rules, { since: adoptedOn, frequency }) },
            occurredOn: before.installedOn,
          }
        : undefined,
  }),
  on('committee-transferred', {
    about: ({ committeeId }) => ['committee', committeeId],
    tell: ({ unitId }, before) =>
      before?.kind === 'committee'
        ? { fact: { ...before, unitId }, occurredOn: before.installedOn }
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
  on('participant-merged', {
    about: ({ participantId }) => ['participant', participantId],
    tell: ({ into }, before) =>
      before?.kind === 'participant'
        ? { fact: { ...before, mergedInto: into }, occurredOn: null }
        : undefined,
  }),
] as const;
