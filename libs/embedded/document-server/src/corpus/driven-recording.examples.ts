import { drivenBy } from '../driven.examples';
import { start } from './recording.examples';

export type { Driven, View } from '../driven.examples';

/** As `driven`, recorded. */
export const driven = drivenBy(start);
