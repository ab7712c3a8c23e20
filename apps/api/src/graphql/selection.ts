import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Is a field below the resolved one asked for? The path begins below it: `asks('series.values.earlier')`. */
export type Asks = (path: string) => boolean;

/** For readers inside the process, which need all fields. */
export const EVERYTHING: Asks = () => true;

/** Apollo keeps the documents, and pages ask with the same ones again and again. */
const known = new WeakMap<FieldNode, ReadonlySet<string>>();

/** Which fields below the resolved one are asked for. One that a directive leaves out counts as asked for. */
export function asksOf(info: GraphQLResolveInfo): Asks {
  const sets = setsOf(info);
  return (path) => sets.some((paths) => paths.has(path));
}

/** Are only these fields asked for below the resolved one, and fields below those in `whole`? */
export function asksOnly(
  info: GraphQLResolveInfo,
  these: ReadonlySet<string>,
  whole: readonly string[] = [],
): boolean {
  const isOne = (path: string) =>
    these.has(path) || whole.some((above) => path.startsWith(`${above}.`));
  return setsOf(info).every((paths) => [...paths].every(isOne));
}

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
        if (selection.name.value === '__typename') continue; // needs no reading
        const path = `${above}${selection.name.value}`;
        paths.add(path);
        add(selection.selectionSet, `${path}.`);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet, above);
      else addFragment(selection.name.value, above);
    }
  };
  const added = new Set<string>();
  // added once in each place, so that chains of fragments cost no time here
  function addFragment(name: string, above: string): void {
    const place = `${above} ${name}`;
    if (added.has(place)) return;
    added.add(place);
    add(fragments[name]?.selectionSet, above);
  }
  add(selectionSet, '');
  return paths;
}
