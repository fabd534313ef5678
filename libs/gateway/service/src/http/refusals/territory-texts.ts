import { bilingual, type Texts } from '../text';

/** What each refusal of the territory says to a person. */
export const territoryTexts: Texts = bilingual({
  'parent-not-standing': [
    'Unité parente absente ce jour-là',
    'L’unité parente n’existe pas encore ou n’existe plus à cette date ; choisissez celle qui existe.',
    'Parent unit not standing that day',
    'The parent unit does not exist yet, or no longer, on that day; choose one that does.',
  ],
  'parent-below-the-unit': [
    'Unité parente contenue dans l’unité',
    'Une unité ne peut être placée en elle-même ni dans ce qu’elle contient.',
    'Parent lies below the unit',
    'A unit cannot be placed in itself or in what lies below it.',
  ],
  'predecessor-unknown': [
    'Unité précédente inconnue',
    'Les unités dont celle-ci prend la place doivent être enregistrées.',
    'Predecessor unknown',
    'The units it takes the place of must be registered.',
  ],
  'has-another-code': [
    'Autre code dans cette édition',
    'Cette unité porte déjà un code de cette édition sur ces jours ; dites d’abord jusqu’à quand.',
    'Has another code',
    'The unit already bears a code of this edition on these days; first say until when.',
  ],
  'code-held-by-another': [
    'Code d’une autre unité',
    'Dans cette édition, ce code désigne déjà une autre unité.',
    'Code held by another',
    'In this edition the code already leads to another unit.',
  ],
  'validity-ends-before-it-begins': [
    'Fin avant le début',
    'validTo est le premier jour où ce n’est plus valable ; il vient après validFrom.',
    'Validity ends before it begins',
    'validTo is the first day it no longer holds; it comes after validFrom.',
  ],
  'unit-ended': [
    'Unité disparue',
    'Cette unité a été retirée, fusionnée ou scindée ; voyez ce qu’elle est devenue.',
    'Unit ended',
    'This unit was retired, merged or split; see what it became.',
  ],
  'before-the-last-change': [
    'Avant le dernier changement',
    'Un changement plus récent de cette unité est déjà enregistré ; l’histoire se continue, elle ne se réécrit pas.',
    'Before the last change',
    'A later change of this unit is recorded already; history is continued, not rewritten.',
  ],
  'too-far-ahead': [
    'Date trop lointaine',
    'Un changement prend effet au plus tard à la fin de l’année prochaine ; vérifiez l’année.',
    'Too far ahead',
    'A change takes effect by the end of next year at the latest; check the year.',
  ],
  'units-below': [
    'Unité encore peuplée d’autres unités',
    'Des unités s’y trouvent encore à cette date ; déplacez-les d’abord.',
    'Units below',
    'Units still lie in it on that day; move them first.',
  ],
  'successor-unknown': [
    'Unité suivante inconnue',
    'Enregistrez d’abord les unités qui prennent sa place.',
    'Successor unknown',
    'First register the units that take its place.',
  ],
  'successor-not-standing': [
    'Unité suivante absente ce jour-là',
    'Une unité qui prend sa place n’existe pas à cette date.',
    'Successor not standing that day',
    'A unit that takes its place does not exist on that day.',
  ],
  'split-into-one': [
    'Une seule partie',
    'Une scission nomme au moins deux unités ; pour une seule, renommez ou fusionnez.',
    'Split into one',
    'A split names at least two units; for one, rename or merge.',
  ],
  'merges-into-itself': [
    'Fusion avec elle-même',
    'Nommez l’unité dont elle devient une partie.',
    'Merges into itself',
    'Name the unit of which it becomes a part.',
  ],
});
