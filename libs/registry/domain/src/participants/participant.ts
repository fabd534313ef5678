import type { Fact, Fold, SealedText } from '@benkan/kernel';

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
export type ParticipantFact = ParticipantRegistered | ParticipantCorrected | PersonalDataRevealed;

export type Participant =
  | { readonly status: 'unknown' }
  | { readonly status: 'registered'; readonly unitId: string; readonly traits: Traits };

/** The traits among other fields. */
export const traitsOf = ({ sex, ageBand, structureKind, corps }: Traits): Traits => ({
  sex,
  ageBand,
  structureKind,
  corps,
});

const evolve = (state: Participant, fact: ParticipantFact): Participant => {
  switch (fact.type) {
    case 'participant-registered':
      return { status: 'registered', unitId: fact.data.unitId, traits: traitsOf(fact.data) };
    case 'participant-corrected':
      return state.status === 'registered' ? { ...state, traits: traitsOf(fact.data) } : state;
    case 'personal-data-revealed':
      return state;
  }
};

/** A participant without a name: what the vault holds never comes here. */
export const participant: Fold<Participant, ParticipantFact> = { initial: { status: 'unknown' }, evolve };
