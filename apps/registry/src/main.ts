import 'reflect-metadata';
import { runService } from '@benkan/hosting';
import { openRegistry } from '@benkan/registry-service';
import { config } from './config';

void runService('registry', openRegistry, config());
