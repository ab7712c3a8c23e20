import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Size {
  /** Top-level fields: each makes queries of its own. */
  roots: number;
  depth: number;
  aliases: number;
  cost: number;
}

/** The assumed length of a list if the query has no `first`; and the largest `first` allowed. */
const ASSUMED_LIST = 10;
const MAX_FIRST = 200;
const NOTHING: Size = { roots: 0, depth: 0, aliases: 0, cost: 0 };

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
type Variables = Readonly<Record<string, unknown>>;
type ValueOf = (variable: string) => unknown;
type ParentType = GraphQLNamedType | null | undefined;

const add = (a: Size, b: Size): Size => ({
  roots: a.roots + b.roots,
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  cost: a.cost + b.cost,
});

/** Sizes of operations that do not depend on variables. Apollo keeps the documents, and pages ask with the same ones again and again. */
const measured = new WeakMap<OperationDefinitionNode, Size>();

/**
 * The size of an operation with its actual variables. Cost = 1 for each field, times the length of a list for everything below it. A fragment is
 * measured once, so that chains of fragments cost no time here. Call this after validation, which rejects cycles.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables = {},
): Size {
  const before = measured.get(operation);
  if (before) return before;
  const used = new Set<string>();
  const valueOf = (name: string): unknown => {
    used.add(name);
    return variables[name];
  };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const known = new Map<string, Size>();
  const introspection = introspectionCost(schema, fragments, valueOf);

  const ofSet = (set: SelectionSetNode, type: ParentType): Size =>
    set.selections.map((selection) => ofSelection(selection, type)).reduce(add, NOTHING);

  function ofSelection(selection: SelectionNode, type: ParentType): Size {
    if (selection.kind === Kind.FIELD) return ofField(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const { selectionSet, typeCondition } = selection;
    return ofSet(selectionSet, typeCondition ? schema.getType(typeCondition.name.value) : type);
  }

  function ofFragment(name: string): Size {
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    const size =
      known.get(name) ??
      ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    known.set(name, size);
    return size;
  }

  function ofField(node: FieldNode, type: ParentType): Size {
    const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    const inner = node.selectionSet
      ? ofSet(node.selectionSet, field && getNamedType(field.type))
      : NOTHING;
    const aliases = inner.aliases + (node.alias ? 1 : 0);
    // depth does not count here, because introspection queries nest nine levels of a type
    if (node.name.value.startsWith('__'))
      return { roots: 1, depth: 1, aliases, cost: introspection(node) };
    return {
      roots: 1,
      depth: inner.depth + 1,
      aliases,
      cost: 1 + length(node, field, valueOf) * inner.cost,
    };
  }

  const size = ofSet(operation.selectionSet, schema.getRootType(operation.operation));
  if (used.size === 0) measured.set(operation, size);
  return size;
}

function length(node: FieldNode, field: AnyField | undefined, valueOf: ValueOf): number {
  const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (!first) return field && isListType(getNullableType(field.type)) ? ASSUMED_LIST : 1;
  const asked =
    first.kind === Kind.INT
      ? Number(first.value)
      : first.kind === Kind.VARIABLE
        ? Number(valueOf(first.name.value))
        : NaN;
  return Number.isFinite(asked) ? Math.max(asked, 1) : MAX_FIRST;
}

type AnyField = GraphQLField<unknown, unknown>;
type Costs = Map<unknown, number>;

const META: Readonly<Record<string, AnyField>> = {
  __schema: SchemaMetaFieldDef as AnyField,
  __type: TypeMetaFieldDef as AnyField,
};

/**
 * How many fields an answer about the schema has, by the real length of its lists. A selection is counted once for each
 * object of the schema, so that nesting costs no time here.
 */
function introspectionCost(
  schema: GraphQLSchema,
  fragments: Fragments,
  valueOf: ValueOf,
): (node: FieldNode) => number {
  const known = new Map<SelectionSetNode, Costs>();

  function ofSet(set: SelectionSetNode, type: GraphQLNamedType, source: unknown): number {
    const costs = known.get(set) ?? new Map<unknown, number>();
    known.set(set, costs);
    const cost =
      costs.get(source) ??
      set.selections.reduce((total, selection) => {
        if (selection.kind === Kind.FIELD) return total + ofField(selection, type, source);
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : fragments.get(selection.name.value)?.selectionSet;
        return total + (inner ? ofSet(inner, type, source) : 0);
      }, 0);
    costs.set(source, cost);
    return cost;
  }

  function ofField(node: FieldNode, type: GraphQLNamedType | null, source: unknown): number {
    const name = node.name.value;
    const field = isObjectType(type) ? type.getFields()[name] : META[name];
    if (!field?.resolve || !node.selectionSet) return 1;
    const found: unknown = field.resolve(source, argumentsOf(node), undefined, {
      schema,
    } as GraphQLResolveInfo);
    const inner = getNamedType(field.type);
    const set = node.selectionSet;
    return [found].flat().reduce<number>((total, one) => {
      return one == null ? total : total + ofSet(set, inner, one);
    }, 1);
  }

  /** Deprecated fields are included, so that the result is the most there can be. */
  function argumentsOf(node: FieldNode): Record<string, unknown> {
    const name = node.arguments?.find((argument) => argument.name.value === 'name')?.value;
    const asked =
      name?.kind === Kind.STRING
        ? name.value
        : name?.kind === Kind.VARIABLE
          ? valueOf(name.name.value)
          : undefined;
    return { includeDeprecated: true, name: typeof asked === 'string' ? asked : '' };
  }

  return (node) => ofField(node, null, undefined);
}
