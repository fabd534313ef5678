import { read, unread, type Parse } from '../parsed';
import { saysNothing, textOf } from '../text';
import { oneOf } from './cells';
import { structure, type StructureKind } from './structure';
import { yesNo } from './yes-no';

export type ActorKind = 'ORGANISATION' | 'ROLE';

export type ExcludedGroup =
  'WOMEN' | 'YOUTH' | 'DISPLACED' | 'PERSONS_WITH_DISABILITIES' | 'HERDERS' | 'TRADERS' | 'OTHER';

// a named person needs the restricted class and a day of expiry, which no sheet says
const kind = oneOf<ActorKind>(
  [
    [/^(organisations?|organizations?|structure|groupe|group|institution)$/, 'ORGANISATION'],
    [/^(role|fonction|poste|function|office)$/, 'ROLE'],
  ],
  'unknown-actor-kind',
);

/** An organisation unless a role is said. */
export const actorKind: Parse<ActorKind> = (cell) => (saysNothing(cell) ? read('ORGANISATION') : kind(cell));

/** A category by its code or in the words a structure is written in; what is not known is not guessed. */
export const actorCategory: Parse<StructureKind> = (cell) => {
  const parsed = structure(cell);
  return parsed.ok && parsed.warning === undefined ? read(parsed.value.kind) : unread('unknown-category');
};

const RATING = /^([1-5])([.,]0+)?( ?\/ ?5)?$/;

/** From 1, the least, to 5. */
export const rating: Parse<number> = (cell) => {
  const [, digit] = RATING.exec(typeof cell === 'object' ? '' : (textOf(cell) ?? '')) ?? [];
  return digit === undefined ? unread('unreadable-rating') : read(Number(digit));
};

const group = oneOf<ExcludedGroup>(
  [
    [/^(femmes?|women)$/, 'WOMEN'],
    [/^(jeunes?|jeunesse|youth)$/, 'YOUTH'],
    [/^(deplacees?|deplaces|pdi|personnes deplacees( internes)?|displaced( persons)?|idps?)$/, 'DISPLACED'],
    [
      /^((personnes )?(handicapees?|en situation de handicap)|persons with disabilities)$/,
      'PERSONS_WITH_DISABILITIES',
    ],
    [/^(eleveurs?|herders?)$/, 'HERDERS'],
    [/^(commercants?|traders?)$/, 'TRADERS'],
  ],
  'unknown-yes-no',
);

/** Whether the actor speaks for a group that is left out, or which group; null when nothing is said. */
export const excluded: Parse<boolean | ExcludedGroup | null> = (cell) => {
  const named = group(cell);
  return named.ok ? named : yesNo(cell);
};

const OF_CATEGORY: Partial<Record<StructureKind, ExcludedGroup>> = {
  ORG_FEMMES: 'WOMEN',
  ORG_JEUNES: 'YOUTH',
  SECTEUR_PRIVE_TRANSPORT_COMMERCE: 'TRADERS',
};

/** The group a category speaks for; any other is named by its actor. */
export const groupOfCategory = (category: StructureKind): ExcludedGroup => OF_CATEGORY[category] ?? 'OTHER';
