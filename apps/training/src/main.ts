import 'reflect-metadata';
import { runService } from '@benkan/hosting';
import { openTraining } from '@benkan/training-service';
import { config } from './config';

void runService('training', openTraining, config());
