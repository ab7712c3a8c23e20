import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Is a field below the one that is resolved asked for? Named from there: `asks('series.values.earlier')`. */
export type Asks = (path: string) => boolean;

/** For readers inside the process: all of it. */
export const EVERYTHING: Asks = () => true;

/** Documents are kept by Apollo, and a page is asked for with the same one again and again. */
const known = new WeakMap<FieldNode, ReadonlySet<string>>();

/** What is below a field. One that a directive leaves out counts as asked for. */
export function asksOf(info: GraphQLResolveInfo): Asks {
  const sets = setsOf(info);
  return (path) => sets.some((paths) => paths.has(path));
}

/** Is nothing below the field asked for but some of these? */
export const asksOnly = (info: GraphQLResolveInfo, these: ReadonlySet<string>): boolean =>
  setsOf(info).every((paths) => [...paths].every((path) => these.has(path)));

const setsOf = ({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string>[] =>
  fieldNodes.map((node) => {
    const paths = known.get(node) ?? pathsOf(node, fragments);
    known.set(node, paths);
    return paths;
  });

function pathsOf(
  { selectionSet }: FieldNode,
  fragments: GraphQLResolveInfo['fragments'],
): ReadonlySet<string> {
  const paths = new Set<string>();
  const add = (set: SelectionSetNode | undefined, above: string): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const path = `${above}${selection.name.value}`;
        paths.add(path);
        add(selection.selectionSet, `${path}.`);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet, above);
      else addFragment(selection.name.value, above);
    }
  };
  const added = new Set<string>();
  // once in each place, so that a chain of fragments costs no time here
  function addFragment(name: string, above: string): void {
    const place = `${above} ${name}`;
    if (added.has(place)) return;
    added.add(place);
    add(fragments[name]?.selectionSet, above);
  }
  add(selectionSet, '');
  return paths;
}
