import 'reflect-metadata';
import { openReminding, runService } from '@benkan/hosting';
import { openMeetings } from '@benkan/meetings-service';
import { config } from './config';

const settings = config();

void runService(
  'meetings',
  (deps, open) => openMeetings(deps, open, openReminding(settings.reminders, deps.log)),
  settings,
);
