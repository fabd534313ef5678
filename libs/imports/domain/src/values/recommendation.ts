import { read, type Parse } from '../parsed';
import { saysNothing } from '../text';
import { oneOf } from './cells';

export type AddresseeType = 'EXECUTIF_LOCAL' | 'ACTEUR_SECURITE' | 'AUTRE';

export type RecommendationStatus =
  'issued' | 'in-progress' | 'implementation-claimed' | 'implementation-verified';

/** Who declared or verified: one of the roles of the platform. */
export type Role =
  'secretary' | 'president' | 'focal-point' | 'supervisor' | 'national' | 'security-focal-point';

export const addresseeType = oneOf<AddresseeType>(
  [
    [/^(executif local|executif communal|executif|local executive)$/, 'EXECUTIF_LOCAL'],
    [/^(acteurs? (de la |de )?securite|security actors?)$/, 'ACTEUR_SECURITE'],
    [/^(autres?|other)$/, 'AUTRE'],
  ],
  'unknown-addressee-type',
);

const DONE = '(mise? en oeuvre|realisee?|executee?|implementation|implemented)';

export const recommendationStatus = oneOf<RecommendationStatus>(
  [
    [/^(emise?|issued|formulee?)$/, 'issued'],
    [/^(en cours|en cours de mise en oeuvre|in progress|ongoing)$/, 'in-progress'],
    [
      new RegExp(`^${DONE}( (et|and))? (verifiee?|verified)$|^(verifiee?|verified)$`),
      'implementation-verified',
    ],
    [new RegExp(`^${DONE}( (declaree?|claimed|a verifier))$|^declaree? ${DONE}$`), 'implementation-claimed'],
  ],
  'unknown-status',
);

const knownRole = oneOf<Role>(
  [
    [/^point focal (securite|fsi|de la securite)\b|^security focal point$/, 'security-focal-point'],
    [/^point focal\b|^focal point\b/, 'focal-point'],
    [/^secretaire\b|^secretary\b/, 'secretary'],
    [/^(vice )?presidente?\b|^chair\b|^president\b/, 'president'],
    [/^superviseure?\b|^supervisor\b/, 'supervisor'],
    [/^crss\b|^national\b/, 'national'],
  ],
  'unknown-role',
);

/** A role, or null when nothing is said. A person's name is no role. */
export const role: Parse<Role | null> = (cell) => (saysNothing(cell) ? read(null) : knownRole(cell));
