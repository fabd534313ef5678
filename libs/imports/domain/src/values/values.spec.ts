import type { Cell } from '../sheet';
import { ageBand } from './age-band';
import { optionalCode, optionalDay } from './cells';
import { readDays } from './days';
import { phone } from './phone';
import { presidingCapacity } from './presiding-capacity';
import { recommendationStatus, role } from './recommendation';
import { structure } from './structure';

const said = <T>(parsed: { ok: true; value: T } | { ok: false; code: string }) =>
  parsed.ok ? parsed.value : parsed.code;

describe('days', () => {
  it.each<[string, string[] | undefined]>([
    ['2024-12-02 et 2024-12-03', ['2024-12-02', '2024-12-03']],
    ['du 30/11/2024 au 02/12/2024', ['2024-11-30', '2024-12-01', '2024-12-02']],
    ['30 novembre et 1er décembre 2024', ['2024-11-30', '2024-12-01']],
    ['du 30 au 31 décembre 2024 et le 2 janvier 2025', ['2024-12-30', '2024-12-31', '2025-01-02']],
    ['02-03/12/2024', ['2024-12-02', '2024-12-03']],
    ['02/12 et 03/12/2024', ['2024-12-02', '2024-12-03']],
    ['lundi 2, mardi 3 déc. 2024 (deux jours)', ['2024-12-02', '2024-12-03']],
    ['December 2, 2024 and December 3, 2024', ['2024-12-02', '2024-12-03']],
    ['29/02/2024', ['2024-02-29']],
    ['29/02/2025', undefined],
    ['2024-13-01', undefined],
    ['5 décembre', undefined],
    ['le 5 décembre 2024 à la mairie', undefined],
    ['2024-12-03 et 2024-12-02', undefined],
    ['2024-12-02 et 2024-12-02', undefined],
    ['2024-01-01 au 2024-12-31', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(readDays(text)).toEqual(expected));

  it.each<[Cell, string | null]>([
    [{ day: '2024-12-05' }, '2024-12-05'],
    ['05/12/2024', '2024-12-05'],
    ['5-12-24', '2024-12-05'],
    ['5.12.2024', '2024-12-05'],
    ['5 décembre 2024', '2024-12-05'],
    ['2024-12-05 00:00:00', '2024-12-05'],
    ['2024-12-05T00:00:00.000Z', '2024-12-05'],
    [45631, '2024-12-05'],
    [45631.625, '2024-12-05'],
    ['45631', '2024-12-05'],
    [36526, '2000-01-01'],
    [36585, '2000-02-29'],
    [73050, '2099-12-31'],
    [1950, 'unreadable-date'],
    [451210, 'unreadable-date'],
    [99999, 'unreadable-date'],
    ['5 et 6 décembre 2024', 'unreadable-date'],
    [null, null],
  ])('in a cell: %j', (cell, expected) => expect(said(optionalDay(cell))).toBe(expected));
});

it.each<[Cell, string]>([
  ['<15', 'UNDER_15'],
  ['moins de 15 ans', 'UNDER_15'],
  ['UNDER_15', 'UNDER_15'],
  ['15 et 17 ans', '15-17'],
  ['25—29', '25-29'],
  [35, '30-35'],
  ['41 ans', '41-59'],
  ['≥ 60', '60+'],
  ['Plus de 60 ans', '60+'],
  ['15', '15-17'],
  ['18-25', 'unknown-age-band'],
  [18.24, 'unknown-age-band'],
  ['121', 'unknown-age-band'],
])('age band %j', (cell, expected) => expect(said(ageBand(cell))).toBe(expected));

it.each<[string, string, string | null]>([
  ['Gendarmerie nationale', 'GENDARMERIE', 'GENDARMERIE'],
  ['Garde nationale', 'GARDE_NATIONALE', 'GARDE_NATIONALE'],
  ['Police nationale', 'POLICE', 'POLICE'],
  ['Commissariat du 5e arrondissement', 'POLICE', 'POLICE'],
  ['Police municipale', 'EXECUTIF_COMMUNAL', null],
  ['Sapeurs-pompiers', 'PROTECTION_CIVILE', 'PROTECTION_CIVILE'],
  ['FAMa', 'FORCES_ARMEES', 'FORCES_ARMEES'],
  ['Organisation de la société civile', 'SOCIETE_CIVILE', null],
  ['ONG', 'ONG', null],
  ['Association de parents d’élèves', 'SOCIETE_CIVILE', null],
  ['Conseil communal de la jeunesse', 'ORG_JEUNES', null],
  ['CAFO', 'ORG_FEMMES', null],
  ['Coordination des chefs de quartier', 'LEGITIMITE_TRADITIONNELLE', null],
  ['Chefferie de quartier', 'LEGITIMITE_TRADITIONNELLE', null],
  ['Mairie', 'EXECUTIF_COMMUNAL', null],
  ['Leader religieux', 'LEADER_RELIGIEUX', null],
  ['Association de commerçants', 'SECTEUR_PRIVE_TRANSPORT_COMMERCE', null],
  ['Service technique', 'SERVICE_TECHNIQUE', null],
  ['Association des chasseurs (dozo)', 'CHASSEURS', null],
  ['Sous-préfet', 'REPRESENTANT_ETAT', null],
  ['Tribunal de grande instance', 'JUSTICE', null],
  ['Radio communautaire', 'MEDIAS', null],
  ['Société de gardiennage', 'SECURITE_PRIVEE', null],
  ['garde_nationale', 'GARDE_NATIONALE', 'GARDE_NATIONALE'],
  ['Association des femmes de gendarmes', 'ORG_FEMMES', null],
])('%s is %s', (text, kind, corps) => expect(said(structure(text))).toEqual({ text, kind, corps }));

it.each<[Cell, string | null]>([
  ['00 45 12 10', '+22300451210'],
  [76451210, '+22376451210'],
  ['(+223) 76.45.12.10', '+22376451210'],
  ['+225 07 07 07 07 07', '+2250707070707'],
  ['0033 6 12 34 56 78', '+33612345678'],
  ['néant', null],
  ['123', 'unreadable-phone'],
])('phone %j', (cell, expected) => expect(said(phone(cell))).toBe(expected));

it.each<[string, string]>([
  ['Maire', 'MAIRE'],
  ['Le maire de la Commune IV', 'MAIRE'],
  ['Président de la délégation spéciale', 'PRESIDENT_DELEGATION_SPECIALE'],
  ['Chargé d’expédier les affaires courantes', 'CARETAKER'],
  ['Maire par intérim', 'INTERIM'],
  ['Gouverneur du District', 'GOUVERNEUR'],
  ['NON_RENSEIGNE', 'NOT_REPORTED'],
  ['', 'NOT_REPORTED'],
  ['Adjoint au maire', 'unknown-presiding-capacity'],
  ['Représentant du maire', 'unknown-presiding-capacity'],
])('presided by %j', (text, expected) => expect(said(presidingCapacity(text))).toBe(expected));

it.each([
  ['émise', 'issued'],
  ['en cours', 'in-progress'],
  ['Mise en oeuvre déclarée', 'implementation-claimed'],
  ['mise en œuvre vérifiée', 'implementation-verified'],
  ['mise en œuvre', 'unknown-status'],
])('status %s', (text, expected) => expect(said(recommendationStatus(text))).toBe(expected));

it.each([
  ['secrétaire du CCS', 'secretary'],
  ['point focal', 'focal-point'],
  ['Point focal WANEP', 'focal-point'],
  ['point focal sécurité', 'security-focal-point'],
])('role %s', (text, expected) => expect(said(role(text))).toBe(expected));

it.each([
  [' bkoi-001 ', 'BKOI-001'],
  ['I-1.1', 'I-1.1'],
  ['BKOI – 001', 'BKOI-001'],
  ['Fait à Bamako', 'unreadable-code'],
])('code %j', (text, expected) => expect(said(optionalCode(text))).toBe(expected));
