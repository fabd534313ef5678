export * from './data-folder';
export * from './running';
export * from './start-servers';
