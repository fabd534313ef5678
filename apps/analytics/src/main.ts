import 'reflect-metadata';
import { runService } from '@benkan/hosting';
import { openAnalytics } from '@benkan/analytics-service';
import { config } from './config';

void runService('analytics', openAnalytics, config());
