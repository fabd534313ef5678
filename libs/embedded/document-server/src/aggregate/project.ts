import { badValue } from '../faults';
import { isDoc, type Doc } from '../values/document';
import { checkExpression, valueOf } from './expression';

export type Project = (document: Doc) => Doc;

interface Node {
  /** `keep` and `drop` end a path, `compute` is an expression, otherwise `children` go deeper */
  readonly children: Map<string, Node>;
  leaf?: 'keep' | 'drop' | { readonly compute: unknown };
}

const node = (): Node => ({ children: new Map() });

const isSwitch = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || value === null;

const plant = (root: Node, path: string, leaf: NonNullable<Node['leaf']>): void => {
  let at = root;
  for (const part of path.split('.')) {
    if (part === '' || part.startsWith('$')) throw badValue(`projection of '${path}' is not supported`);
    if (at.leaf !== undefined) throw badValue(`Path collision at ${path}`);
    const next = at.children.get(part) ?? node();
    at.children.set(part, next);
    at = next;
  }
  if (at.leaf !== undefined || at.children.size > 0) throw badValue(`Path collision at ${path}`);
  at.leaf = leaf;
};

const leafOf = (value: unknown): NonNullable<Node['leaf']> => {
  if (isSwitch(value)) return value === 0 || value === false ? 'drop' : 'keep';
  checkExpression(value);
  return { compute: value };
};

const plantAll = (root: Node, spec: Doc, prefix: string): void => {
  for (const [name, value] of Object.entries(spec)) {
    const path = `${prefix}${name}`;
    const nested =
      isDoc(value) && !Object.keys(value).some((key) => key.startsWith('$')) && Object.keys(value).length > 0;
    if (nested) plantAll(root, value, `${path}.`);
    else plant(root, path, leafOf(value));
  }
};

const throughArrays = (value: unknown, each: (document: Doc) => Doc, keepOthers: boolean): unknown => {
  if (isDoc(value)) return each(value);
  if (!Array.isArray(value)) return keepOthers ? value : undefined;
  return (value as unknown[])
    .map((element) => throughArrays(element, each, keepOthers))
    .filter((element) => element !== undefined);
};

const excluded = (document: Doc, { children }: Node): Doc => {
  const result: Doc = {};
  for (const [name, value] of Object.entries(document)) {
    const child = children.get(name);
    if (child === undefined || child.leaf === 'keep') result[name] = value;
    else if (child.leaf === undefined)
      result[name] = throughArrays(value, (inner) => excluded(inner, child), true);
  }
  return result;
};

const computed = (result: Doc, root: Doc, { children }: Node): Doc => {
  for (const [name, child] of children) {
    if (typeof child.leaf === 'object') {
      const value = valueOf(root, child.leaf.compute);
      if (value !== undefined) result[name] = value;
    } else if (hasComputed(child)) {
      if (Array.isArray(result[name])) throw badValue(`computing '${name}' inside an array is not supported`);
      result[name] = computed(isDoc(result[name]) ? result[name] : {}, root, child);
    }
  }
  return result;
};

const hasComputed = ({ leaf, children }: Node): boolean =>
  typeof leaf === 'object' || [...children.values()].some(hasComputed);

const included = (document: Doc, { children }: Node): Doc => {
  const result: Doc = {};
  for (const [name, value] of Object.entries(document)) {
    const child = children.get(name);
    if (child?.leaf === 'keep') result[name] = value;
    else if (child !== undefined && child.leaf === undefined) {
      const inner = throughArrays(value, (each) => included(each, child), false);
      if (inner !== undefined) result[name] = inner;
    }
  }
  return result;
};

const modeOf = (root: Node): 'include' | 'exclude' => {
  const leaves: ('keep' | 'drop')[] = [];
  const visit = (at: Node): void => {
    if (at.leaf !== undefined) leaves.push(at.leaf === 'drop' ? 'drop' : 'keep');
    at.children.forEach(visit);
  };
  root.children.forEach((child, name) =>
    name === '_id' && child.leaf !== undefined ? undefined : visit(child),
  );
  if (leaves.includes('keep') && leaves.includes('drop'))
    throw badValue('Cannot mix inclusion and exclusion in a projection');
  if (leaves.length > 0) return leaves[0] === 'keep' ? 'include' : 'exclude';
  return root.children.get('_id')?.leaf === 'drop' ? 'exclude' : 'include';
};

/** A projection by inclusion, exclusion or expression; fields keep the document's order, computed ones follow. */
export const projection = (spec: Doc): Project => {
  const root = node();
  plantAll(root, spec, '');
  if (modeOf(root) === 'exclude') return (document) => excluded(document, root);
  const id = root.children.get('_id') ?? { children: new Map<string, Node>(), leaf: 'keep' as const };
  if (id.leaf === 'drop') root.children.delete('_id');
  else root.children.set('_id', id);
  return (document) => computed(included(document, root), document, root);
};
