import type { CommitteeLevel, Template } from '../committee';
import type { SeatBasis, SeatCategory } from '../seat';
import { COMMUNE_22 } from './commune-22';

/** A seat as a template describes it; `key` tells it from the others and never changes. */
export type TemplateSeat = {
  readonly key: string;
  readonly category: SeatCategory;
  /** In French, for people. */
  readonly label: string;
  readonly basis: SeatBasis;
  readonly alternatesAllowed: boolean;
};
export type CommitteeTemplate = {
  readonly template: Template;
  readonly level: CommitteeLevel;
  readonly seats: readonly TemplateSeat[];
};

/** Compositions a committee may be established with. */
export const committeeTemplates: Readonly<Record<Template, CommitteeTemplate>> = { COMMUNE_22 };
