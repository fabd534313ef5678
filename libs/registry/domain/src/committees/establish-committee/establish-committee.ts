import { accept, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type {
  Committee,
  CommitteeEstablished,
  CommitteeLevel,
  Established,
  Template,
  TemplateApplied,
} from '../committee';
import { firstRefusal } from '../first-refusal';
import { traitsOfSeat, type SeatDefined, type SeatTraits } from '../seat';

/** A template as it is applied: each seat with its id and its label already sealed. */
export type AppliedTemplate = {
  readonly template: Template;
  readonly level: CommitteeLevel;
  readonly seats: readonly (SeatTraits & { readonly seatId: string; readonly label: SealedText })[];
};

export type EstablishCommittee = Said<
  Established & {
    readonly unitKnown: boolean;
    /** The committee that already holds this unit at this level. */
    readonly heldBy: string | null;
    /** The composition it begins with; none when null. */
    readonly applied: AppliedTemplate | null;
  }
>;

export type EstablishCommitteeRefusal =
  'unit-unknown' | 'unit-has-a-committee' | 'template-not-of-this-level' | 'differs-from-recorded';

type Founding = CommitteeEstablished | TemplateApplied | SeatDefined;

const establishedOf = (data: Established): Established => ({
  committeeId: data.committeeId,
  unitId: data.unitId,
  level: data.level,
  name: data.name,
  legalAct: data.legalAct,
  frequency: data.frequency,
});

const composition = (committeeId: string, applied: AppliedTemplate | null): readonly Founding[] => {
  if (applied === null) return [];
  const seats = applied.seats.map((seat): SeatDefined => ({
    type: 'seat-defined',
    data: { committeeId, seatId: seat.seatId, ...traitsOfSeat(seat), definedOn: null },
  }));
  return [
    { type: 'committee-template-applied', data: { committeeId, template: applied.template } },
    ...seats,
  ];
};

/** At most one committee per unit and level; a template brings all its seats at once. */
export const establishCommittee = (
  { data }: EstablishCommittee,
  committee: Committee,
): Decision<Founding, EstablishCommitteeRefusal> => {
  const given = establishedOf(data);
  const { applied, committeeId, heldBy } = data;
  if (committee.status !== 'unknown') {
    const recorded = { ...committee.established, template: committee.template };
    return asRecorded(recorded, { ...given, ...(applied !== null && { template: applied.template }) });
  }
  const no = firstRefusal(
    [!data.unitKnown, 'unit-unknown'],
    [applied !== null && applied.level !== given.level, 'template-not-of-this-level'],
    [heldBy !== null && heldBy !== committeeId, 'unit-has-a-committee'],
  );
  if (no !== undefined) return no;
  return accept<Founding>(
    { type: 'committee-established', data: given },
    ...composition(committeeId, applied),
  );
};
