import type { Fact, Fold, SealedText } from '@benkan/kernel';
import { consented, type ConsentRecorded, type Consents, type ConsentWithdrawn } from './consents';

export type Corps = 'POLICE' | 'GENDARMERIE' | 'GARDE_NATIONALE' | 'PROTECTION_CIVILE' | 'FORCES_ARMEES';
export type StructureKind =
  | 'EXECUTIF_COMMUNAL'
  | 'REPRESENTANT_ETAT'
  | 'POLICE'
  | 'GENDARMERIE'
  | 'GARDE_NATIONALE'
  | 'PROTECTION_CIVILE'
  | 'FORCES_ARMEES'
  | 'JUSTICE'
  | 'LEGITIMITE_TRADITIONNELLE'
  | 'LEADER_RELIGIEUX'
  | 'ORG_FEMMES'
  | 'ORG_JEUNES'
  | 'SOCIETE_CIVILE'
  | 'ONG'
  | 'CHASSEURS'
  | 'SERVICE_TECHNIQUE'
  | 'SECTEUR_PRIVE_TRANSPORT_COMMERCE'
  | 'MEDIAS'
  | 'SECURITE_PRIVEE'
  | 'AUTRE';
export type AgeBand = 'UNDER_15' | '15-17' | '18-24' | '25-29' | '30-35' | '36-40' | '41-59' | '60+' | 'NR';
export type RevealPurpose =
  'DATA_CORRECTION' | 'SUBJECT_REQUEST' | 'SAFEGUARDING' | 'CONTACT' | 'VERIFICATION';

/** All that is known of a participant outside the vault. */
export type Traits = {
  readonly sex: 'F' | 'M' | 'NR';
  readonly ageBand: AgeBand;
  readonly structureKind: StructureKind;
  readonly corps: Corps | null;
};
type Of<Data> = Data & { readonly participantId: string };

export type ParticipantRegistered = Fact<'participant-registered', Of<Traits & { readonly unitId: string }>>;
export type ParticipantCorrected = Fact<
  'participant-corrected',
  Of<Traits & { readonly personal: boolean; readonly reason: SealedText }>
>;
export type PersonalDataRevealed = Fact<
  'personal-data-revealed',
  Of<{ readonly purpose: RevealPurpose; readonly to: string }>
>;
export type ErasureReason =
  | 'SUBJECT_REQUEST'
  | 'CONSENT_WITHDRAWN'
  | 'RETENTION_EXPIRED'
  | 'SAFETY_RISK'
  | 'RECORDED_BY_MISTAKE'
  | 'KNOWN_TO_THE_VAULT';
export type DuplicateAbsorbed = Fact<
  'duplicate-absorbed',
  Of<{ readonly duplicateId: string; readonly reason: SealedText }>
>;
export type DuplicateLetGo = Fact<'duplicate-let-go', Of<{ readonly duplicateId: string }>>;
export type ParticipantMerged = Fact<'participant-merged', Of<{ readonly into: string }>>;
export type PersonalDataErased = Fact<
  'personal-data-erased',
  Of<{ readonly reason: ErasureReason; readonly duplicates: string[] }>
>;
export type OwnDataExported = Fact<'own-data-exported', Of<{ readonly to: string }>>;
export type ParticipantFact =
  | ParticipantRegistered
  | ParticipantCorrected
  | PersonalDataRevealed
  | ConsentRecorded
  | ConsentWithdrawn
  | DuplicateAbsorbed
  | DuplicateLetGo
  | ParticipantMerged
  | PersonalDataErased
  | OwnDataExported;

type OnRecord = {
  readonly unitId: string;
  readonly traits: Traits;
  readonly consents: Consents;
  /** Records that are the same person; each counts once it says so itself. */
  readonly duplicates: readonly string[];
  /** What was written about the person and is kept in the vault. */
  readonly texts: readonly string[];
};
export type Registered = OnRecord & { readonly status: 'registered' };
export type Merged = OnRecord & { readonly status: 'merged'; readonly into: string };
export type ErasedParticipant = OnRecord & { readonly status: 'erased' };

export type Participant = { readonly status: 'unknown' } | Registered | Merged | ErasedParticipant;

/** The traits among other fields. */
export const traitsOf = ({ sex, ageBand, structureKind, corps }: Traits): Traits => ({
  sex,
  ageBand,
  structureKind,
  corps,
});

const begun = ({ unitId, ...data }: ParticipantRegistered['data']): Registered => ({
  status: 'registered',
  unitId,
  traits: traitsOf(data),
  consents: {},
  duplicates: [],
  texts: [],
});

const written = <State extends OnRecord>(state: State, text: SealedText | null): State =>
  text === null ? state : { ...state, texts: [...state.texts, text.textRef] };

const evolved = <State extends Exclude<Participant, { status: 'unknown' }>>(
  state: State,
  fact: ParticipantFact,
): Participant => {
  switch (fact.type) {
    case 'participant-corrected':
      return written({ ...state, traits: traitsOf(fact.data) }, fact.data.reason);
    case 'consent-recorded':
      return written({ ...state, consents: consented(state.consents, fact) }, fact.data.source);
    case 'consent-withdrawn':
      return { ...state, consents: consented(state.consents, fact) };
    case 'duplicate-absorbed':
      return written(
        { ...state, duplicates: [...state.duplicates, fact.data.duplicateId] },
        fact.data.reason,
      );
    case 'duplicate-let-go':
      return { ...state, duplicates: state.duplicates.filter((id) => id !== fact.data.duplicateId) };
    case 'participant-merged':
      return { ...state, status: 'merged', into: fact.data.into };
    case 'personal-data-erased':
      return { ...state, status: 'erased' };
    default:
      return state;
  }
};

const evolve = (state: Participant, fact: ParticipantFact): Participant => {
  if (state.status !== 'unknown') return evolved(state, fact);
  return fact.type === 'participant-registered' ? begun(fact.data) : state;
};

/** A participant without a name: what the vault holds never comes here. */
export const participant: Fold<Participant, ParticipantFact> = { initial: { status: 'unknown' }, evolve };
