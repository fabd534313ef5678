import { Schema, type SchemaDefinition } from 'mongoose';
import { schemaOptions, type Projection, type Stored } from '@benkan/projections';

/** How mongoose reads a view, with the indexes its lists need. */
export const viewSchema = <View extends object>(
  projection: Projection<View>,
  fields: SchemaDefinition,
  indexes: readonly Readonly<Record<string, 1 | -1>>[],
): Schema<Stored<View>> => {
  const all = { ...fields, _id: String, _pos: Schema.Types.Mixed };
  const schema = new Schema<Stored<View>>(all, schemaOptions(projection));
  for (const index of indexes) schema.index(index);
  return schema;
};
