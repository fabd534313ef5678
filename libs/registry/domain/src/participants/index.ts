export * from './participant';
export * from './register-participant/register-participant';
export * from './correct-participant/correct-participant';
export * from './reveal-participant/reveal-participant';
