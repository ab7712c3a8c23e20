import {
  getNamedType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

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
export function introspectionCost(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
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

  /** With deprecated ones included: the most there can be. */
  function argumentsOf(node: FieldNode): Record<string, unknown> {
    const name = node.arguments?.find((argument) => argument.name.value === 'name')?.value;
    const asked =
      name?.kind === Kind.STRING
        ? name.value
        : name?.kind === Kind.VARIABLE
          ? variables[name.name.value]
          : undefined;
    return { includeDeprecated: true, name: typeof asked === 'string' ? asked : '' };
  }

  return (node) => ofField(node, null, undefined);
}
