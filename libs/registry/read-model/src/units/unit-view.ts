import type { SealedText } from '@benkan/contracts';
import type { Projection } from '@benkan/projections';
import { ofRegistry, type RegistryEvent } from '../registry-event';

type Registered = Extract<RegistryEvent, { type: 'unit-registered' }>['data'];

/** A territorial unit; its name stays in the vault. */
export type UnitView = {
  readonly id: string;
  readonly unitType: Registered['unitType'];
  readonly parentId: string | null;
  readonly name: SealedText;
  readonly codes: Registered['codes'];
  readonly validFrom: string | null;
  readonly revision: string;
  /** The code it is listed by. */
  readonly order: string;
};

const codeOf = ({ codes }: Registered): string =>
  (codes.find(({ system }) => system === 'HDX_COD') ?? codes[0])?.code ?? '';

const evolve = (view: UnitView | undefined, event: RegistryEvent): UnitView | undefined => {
  if (event.type !== 'unit-registered') return view;
  const { unitId, ...unit } = event.data;
  return { id: unitId, ...unit, revision: String(event.revision), order: codeOf(event.data) };
};

/** One document a unit. */
export const unitsProjection: Projection<UnitView> = ofRegistry({
  name: 'units',
  version: 1,
  keys: (event) => (event.type === 'unit-registered' ? [event.data.unitId] : []),
  evolve,
});
