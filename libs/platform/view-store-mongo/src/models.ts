import type { Connection, Model, Schema } from 'mongoose';
import { generationOf, type CurrentModel, type SliceRecord } from '@benkan/projections';

const sliceNamed = (schema: { readonly get: (option: 'collection') => string | undefined }): string => {
  const slice = schema.get('collection');
  if (slice === undefined) throw new Error('the schema names no collection');
  return slice;
};

/** Models of the generations of views, each made when it is first asked for. */
export const modelsIn = (connection: Connection, records: () => Promise<readonly SliceRecord[]>) => {
  const active = new Map<string, number>();

  /** What the records say answers from here on. */
  const learn = (found: readonly SliceRecord[]): readonly SliceRecord[] => {
    for (const record of found) active.set(record.slice, record.active);
    return found;
  };

  const modelOf = <View>(name: string, schema: Schema<View>, collection: string): Model<View> => {
    const known = `${name} of ${collection}`;
    const model: Model<View> | undefined = connection.models[known];
    return model ?? connection.model<View>(known, schema.clone(), collection);
  };

  const model = async <View>(name: string, schema: Schema<View>): Promise<CurrentModel<Model<View>>> => {
    const slice = sliceNamed(schema);
    learn(await records());
    const generation = () => active.get(slice) ?? 1;
    const current = () => modelOf(name, schema, generationOf(slice, generation()));
    await current().createIndexes();
    return { current, generation };
  };

  return {
    learn,
    model,
    /** Creates the indexes a schema names on a collection. */
    index: async <View>(schema: Schema<View>, collection: string): Promise<void> => {
      await modelOf('Index', schema, collection).createIndexes();
    },
  };
};
