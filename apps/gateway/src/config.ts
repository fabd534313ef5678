import { parseEnvironment } from '@benkan/config';
import { gatewayEnvironment } from '@benkan/hosting';

/** The environment of this process, parsed once. */
export const config = () => parseEnvironment(gatewayEnvironment, process.env);
