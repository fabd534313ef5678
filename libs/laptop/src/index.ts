export * from './ask-secret';
export * from './cannot-start';
export { openDataFolder, openKnownFolder, type DataFolder } from './data-folder';
export * from './introduce-real';
export type { Custody, Marker } from './marker';
export { isWithin, programFolder } from './outside';
export * from './real-folder';
export * from './running';
export * from './start-servers';
