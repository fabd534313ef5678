import { column, columns, optional } from './columns';

/** The columns of an actor map. */
export const actorColumns = {
  communeCode: columns.communeCode,
  date: column(
    'date',
    'Date',
    /^(date|date (de (la )?)?cartographie|cartographie le|mapp(ed|ing)( on| date)|date of (the )?mapping)$/,
  ),
  actor: column(
    'actor',
    'Acteur',
    /^(acteurs?|nom de l acteur|actors?|actor name|name of (the )?actor|stakeholders?)$/,
  ),
  kind: optional(column('kind', 'Type', /^(type|nature|(type|nature) (d |de l )?acteur|(actor )?kind)$/)),
  category: column('category', 'Catégorie', /^(categories?|categorie d acteur|category|actor category)$/),
  influence: column(
    'influence',
    'Influence',
    /^(influence|pouvoir|power)( (sur|of|out of))?( 1)?( (a|to))?( 5)?$/,
  ),
  interest: column('interest', 'Intérêt', /^(interets?|interest)( (sur|of|out of))?( 1)?( (a|to))?( 5)?$/),
  seat: optional(
    column(
      'seat',
      'Siège au CCS',
      /^(sieges?|siege (au|dans le) (ccs( ?c)?|comite)|siege au comite|seat|(has (a )?)?seat on (the )?(ccs|committee))$/,
    ),
  ),
  excluded: optional(
    column('excluded', 'Groupe exclu', /^(groupes? exclus?|exclue?|excluded( group)?|left out)$/),
  ),
  strategy: optional(
    column(
      'strategy',
      'Stratégie d’inclusion',
      /^(strategies?|strategies? (d )?inclusion|inclusion (strategy|strategies))$/,
    ),
  ),
} as const;
