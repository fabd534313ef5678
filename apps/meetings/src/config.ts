import { parseEnvironment } from '@benkan/config';
import { remindersEnvironment, serviceEnvironment } from '@benkan/hosting';

/** The environment of this process, parsed once. */
export const config = () => parseEnvironment(serviceEnvironment.and(remindersEnvironment), process.env);
