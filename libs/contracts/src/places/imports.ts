import { own, type Places } from './place';

export const importsPlaces: Places = {
  'imports.put-part': own,
  'imports.receive': own,
  'imports.get-import': own,
  'imports.list-imports': own,
  'imports.get-refused-rows': own,
};
