import { parseEnvironment } from '@benkan/config';
import { serviceEnvironment } from '@benkan/hosting';

/** The environment of this process, parsed once. */
export const config = () => parseEnvironment(serviceEnvironment, process.env);
