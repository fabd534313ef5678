import type { Fact, Fold, SealedText } from '@benkan/kernel';

export type UnitType =
  | 'COUNTRY'
  | 'DISTRICT'
  | 'REGION'
  | 'CERCLE'
  | 'ARRONDISSEMENT'
  | 'COMMUNE'
  | 'NEIGHBOURHOOD'
  | 'VILLAGE'
  | 'FRACTION';

/** A code of one edition of one code system; the systems disagree, a unit may lack a code in any of them. */
export type PlaceCode = {
  readonly system: 'ISO_3166_2' | 'HDX_COD' | 'LOI_2023_006' | 'LOI_2023_007';
  readonly edition: string;
  readonly code: string;
};

export type RegisteredUnit = {
  readonly unitId: string;
  readonly unitType: UnitType;
  readonly parentId: string | null;
  readonly name: SealedText;
  readonly codes: PlaceCode[];
  readonly validFrom: string | null;
};

export type UnitRegistered = Fact<'unit-registered', RegisteredUnit>;
export type UnitFact = UnitRegistered;

export type Unit =
  { readonly status: 'unknown' } | { readonly status: 'registered'; readonly registered: RegisteredUnit };

const evolve = (_: Unit, fact: UnitFact): Unit => {
  switch (fact.type) {
    case 'unit-registered':
      return { status: 'registered', registered: fact.data };
  }
};

/** A territorial unit under an internal id that outlives its codes and its rank. */
export const unit: Fold<Unit, UnitFact> = { initial: { status: 'unknown' }, evolve };
