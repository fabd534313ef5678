export * from './unit';
export * from './register-unit/register-unit';
