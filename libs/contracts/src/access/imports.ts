import { UPLOADERS, type Permissions } from './groups';

export const importsPermissions: Permissions = {
  'imports.put-part': UPLOADERS,
  'imports.receive': UPLOADERS,
  'imports.get-import': UPLOADERS,
  'imports.list-imports': UPLOADERS,
  'imports.get-refused-rows': UPLOADERS,
};
