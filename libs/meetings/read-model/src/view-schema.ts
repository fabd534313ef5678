import { Schema, type SchemaDefinition } from 'mongoose';
import { collectionOf, type Projection, type Stored } from '@benkan/projections';

type Index = Readonly<Record<string, 1 | -1>>;

/** How mongoose reads a view: its own key, nothing created behind our back, and the indexes its lists need. */
export const viewSchema = <View extends object>(
  projection: Projection<View>,
  fields: SchemaDefinition,
  indexes: readonly Index[],
): Schema<Stored<View>> => {
  const schema = new Schema<Stored<View>>(
    { ...fields, _id: String, _pos: Schema.Types.Mixed },
    {
      collection: collectionOf(projection),
      versionKey: false,
      id: false,
      autoCreate: false,
      autoIndex: false,
    },
  );
  for (const index of indexes) schema.index(index);
  return schema;
};
