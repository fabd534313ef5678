import 'reflect-metadata';
import { runService } from '@benkan/hosting';
import { openImports } from '@benkan/imports-service';
import { xlsxSpreadsheets } from '@benkan/spreadsheet-xlsx';
import { config } from './config';

void runService('imports', (deps) => openImports(deps, xlsxSpreadsheets()), config());
