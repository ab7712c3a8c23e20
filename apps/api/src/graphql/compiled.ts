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

/** The largest page asks for about 300 fields. Compiling takes some milliseconds for so many, and seconds for what chains of fragments can ask for. */
const MAX_FIELDS = 1000;

/** By operation: null was asked for once, and what is asked for again is compiled. The documents are Apollo's, and are forgotten with them. */
const known = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();

type Context = GraphQLRequestContextResponseForOperation<ApiContext>;

/** Answers operations that are asked for again by functions compiled from them, in a tenth of the time that interpreting takes. */
export const compiledPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async (context) => {
        const compiled = compiledOf(context);
        if (!compiled) return null;
        const { contextValue, request } = context;
        const result = await compiled.query(undefined, contextValue, request.variables ?? {});
        // variables that do not fit: nothing was read, and Apollo says so in its own way
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

/** Every fragment counts wherever it stands, as the compiler writes it out. */
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

/** Errors are told to other plugins, and written, as they are where Apollo executes. */
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

/** The name of the function that Nest puts at each field of a class, and that reads the property of that name. */
const READS_PROPERTY = 'rootFieldResolver';

/** Leaves properties to be read by whatever executes: a compiled operation reads them without a call. */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve?.name === READS_PROPERTY) delete field.resolve;
  }
  return schema;
}
