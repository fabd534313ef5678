export type SeatCategory =
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

/** How many must be present: so many members, or a share of the seats. */
export type QuorumRule =
  | { readonly kind: 'COUNT'; readonly members: number }
  | { readonly kind: 'SHARE'; readonly numerator: number; readonly denominator: number };

export type ExpectedSeat = {
  readonly seatId: string;
  readonly category: SeatCategory;
  readonly holderId: string | null;
  readonly alternateId: string | null;
};

/** Who was expected at a meeting, and the quorum in force, on the day it was held. */
export type Composition = {
  readonly on: string;
  readonly seats: ExpectedSeat[];
  readonly quorum: QuorumRule | null;
};
