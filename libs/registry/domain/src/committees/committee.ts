import type { Fact, Fold, SealedText } from '@benkan/kernel';

export type CommitteeLevel = 'REGION' | 'COMMUNE';

export type Established = {
  readonly committeeId: string;
  readonly unitId: string;
  readonly level: CommitteeLevel;
  readonly name: SealedText;
  readonly legalAct: SealedText;
  readonly frequency: 'MONTHLY' | 'QUARTERLY' | 'UNKNOWN';
};
export type Installed = { readonly committeeId: string; readonly installedOn: string };

export type CommitteeEstablished = Fact<'committee-established', Established>;
export type CommitteeInstalled = Fact<'committee-installed', Installed>;
export type CommitteeFact = CommitteeEstablished | CommitteeInstalled;

export type Committee =
  | { readonly status: 'unknown' }
  | { readonly status: 'established'; readonly established: Established }
  | { readonly status: 'installed'; readonly established: Established; readonly installedOn: string };

const evolve = (state: Committee, fact: CommitteeFact): Committee => {
  switch (fact.type) {
    case 'committee-established':
      return { status: 'established', established: fact.data };
    case 'committee-installed':
      return state.status === 'established'
        ? { status: 'installed', established: state.established, installedOn: fact.data.installedOn }
        : state;
  }
};

/** A security advisory committee (CCS): established by a legal act, then installed on a day. */
export const committee: Fold<Committee, CommitteeFact> = { initial: { status: 'unknown' }, evolve };
