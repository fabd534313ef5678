import { bilingual, type Texts } from '../text';

/** What each refusal about the actor map of a commune says to a person. */
export const actorMapsTexts: Texts = bilingual({
  'actor-map-unknown': [
    'Cartographie inconnue',
    'Choisissez une cartographie de /v1/actor-maps.',
    'Actor map unknown',
    'Choose an actor map of /v1/actor-maps.',
  ],
  'actor-map-closed': [
    'Cartographie close',
    'Une cartographie publiée ou archivée ne change plus ; commencez une nouvelle version fondée sur elle.',
    'Actor map closed',
    'A published or archived map changes no more; start a new version based on it.',
  ],
  'unit-not-a-commune': [
    'Ni commune ni arrondissement',
    'Ce jour-là, l’unité n’est ni une commune ni un arrondissement ; choisissez-en une qui le soit.',
    'Neither commune nor arrondissement',
    'On that day the unit is neither a commune nor an arrondissement; choose one that is.',
  ],
  'unit-has-a-draft': [
    'Cartographie déjà en cours',
    'Publiez ou archivez d’abord celle qui est ouverte pour cette unité.',
    'Mapping already under way',
    'Publish or archive the one that is open for this unit first.',
  ],
  'base-not-of-this-unit': [
    'Cartographie d’une autre unité',
    'Fondez la nouvelle version sur une cartographie de la même unité.',
    'Map of another unit',
    'Base the new version on a map of the same unit.',
  ],
  'before-base': [
    'Avant la cartographie de départ',
    'Une version vient après celle dont elle part ; vérifiez la date.',
    'Before the map it is based on',
    'A version comes after the one it begins with; check the day.',
  ],
  'before-mapping': [
    'Avant la cartographie',
    'Le fait vient après le jour où cela a été cartographié ; vérifiez la date.',
    'Before the mapping',
    'The fact comes after the day this was mapped; check the day.',
  ],
  'before-last-fact': [
    'Avant un fait enregistré',
    'La cartographie porte un fait plus récent ; choisissez un jour qui n’est pas avant lui.',
    'Before a recorded fact',
    'The map holds a later fact; choose a day that is not before it.',
  ],
  'actor-unknown': [
    'Acteur inconnu',
    'Ajoutez d’abord cet acteur à la cartographie.',
    'Actor unknown',
    'Add this actor to the map first.',
  ],
  'actor-removed': [
    'Acteur retiré',
    'Cet acteur n’est plus sur la carte ; ajoutez-le de nouveau, sans identifiant.',
    'Actor removed',
    'This actor is no longer on the map; add it anew, without an id.',
  ],
  'person-needs-expiry': [
    'Échéance obligatoire pour une personne',
    'Donnez le dernier jour où ce nom peut être lu, ou cartographiez l’organisation ou le rôle.',
    'A person needs an expiry',
    'Give the last day this name may be read, or map the organisation or the role.',
  ],
  'person-needs-restricted-class': [
    'Classe restreinte obligatoire pour une personne',
    'Choisissez la classe RESTRICTED, ou cartographiez l’organisation ou le rôle.',
    'A person needs the restricted class',
    'Choose the class RESTRICTED, or map the organisation or the role.',
  ],
  'name-expired': [
    'Nom expiré',
    'Son dernier jour est passé ; ce nom ne se lit plus.',
    'Name expired',
    'Its last day has gone by; this name is read no more.',
  ],
  'text-for-other-alone': [
    'Texte pour AUTRE seulement',
    'Précisez le groupe avec OTHER, et n’ajoutez aucun texte aux groupes de la liste.',
    'Text for OTHER alone',
    'Name the group with OTHER, and add no text to the groups of the list.',
  ],
  'exclusion-unknown': [
    'Exclusion inconnue',
    'Signalez d’abord ce groupe sur la cartographie.',
    'Exclusion unknown',
    'Flag this group on the map first.',
  ],
  'group-no-longer-excluded': [
    'Groupe qui n’est plus exclu',
    'Une revue l’a constaté ; signalez-le de nouveau s’il est exclu à nouveau.',
    'Group no longer excluded',
    'A review found so; flag it anew if it is excluded again.',
  ],
  'map-without-actors': [
    'Cartographie sans acteur',
    'Ajoutez au moins un acteur avant de publier.',
    'Map without actors',
    'Add one actor at least before publishing.',
  ],
});
