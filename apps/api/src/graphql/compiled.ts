import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { ApiContext } from './access.ts';
import { formatError } from './format-error.ts';

/** The largest page asks for about 300 fields. Compiling takes milliseconds for that, but seconds for what chains of fragments can ask for. */
const MAX_FIELDS = 1000;

/**
 * By operation: null after the first time, compiled from the second time on. The documents belong to Apollo; when it drops one, its entry goes too.
 */
const known = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();

type Context = GraphQLRequestContextResponseForOperation<ApiContext>;

/** Compiles repeated operations into functions, which answer in a tenth of the time that interpreting takes. */
export const compiledPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async (context) => {
        const compiled = compiledOf(context);
        if (!compiled) return null;
        const { contextValue, request } = context;
        const result = await compiled.query(undefined, contextValue, request.variables ?? {});
        // the variables do not fit and nothing was read: Apollo reports that in its own way
        return result.data === undefined ? null : answerOf(context, result);
      },
    }),
};

function compiledOf({ schema, document, operationName }: Context): CompiledQuery | null {
  const operations = known.get(document) ?? new Map<string, CompiledQuery | null>();
  known.set(document, operations);
  const name = operationName ?? '';
  const before = operations.get(name);
  if (before) return before;
  const compiled =
    before === null && !isLarge(document)
      ? compileQuery(schema, document, operationName ?? undefined)
      : null;
  operations.set(name, compiled && isCompiledQuery(compiled) ? compiled : null);
  return operations.get(name) ?? null;
}

/** A fragment counts every time it is used, because the compiler writes it out each time. */
function isLarge({ definitions }: DocumentNode): boolean {
  let fields = 0;
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [],
    ),
  );
  function count(set: SelectionSetNode | undefined): void {
    for (const selection of set?.selections ?? []) {
      if (++fields > MAX_FIELDS) return;
      if (selection.kind === Kind.FRAGMENT_SPREAD) count(fragments.get(selection.name.value));
      else count(selection.selectionSet);
    }
  }
  for (const one of definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) count(one.selectionSet);
  return fields > MAX_FIELDS;
}

/** Reports errors to other plugins and formats them, as Apollo does when it executes. */
function answerOf(
  context: Context,
  { data = null, errors = [] }: ExecutionResult,
): GraphQLResponse {
  const http = { headers: new HeaderMap() };
  if (errors.length === 0) return { http, body: { kind: 'single', singleResult: { data } } };
  Object.assign(context, { errors });
  const written = errors.map((error) => formatError(error.toJSON(), error));
  return { http, body: { kind: 'single', singleResult: { data, errors: written } } };
}

/** The name of the resolver that Nest gives to fields of a class: it only reads the property of that name. */
const READS_PROPERTY = 'rootFieldResolver';

/** Removes those resolvers, so that a compiled operation reads properties without a call. */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve?.name === READS_PROPERTY) delete field.resolve;
  }
  return schema;
}
