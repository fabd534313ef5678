import 'reflect-metadata';
import { runService } from '@benkan/hosting';
import { openMeetings } from '@benkan/meetings-service';
import { config } from './config';

void runService('meetings', openMeetings, config());
