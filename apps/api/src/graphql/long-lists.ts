import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { ApiContext } from './access.ts';
import { ApiError } from './api-error.ts';

/** The most fields that the lists of an answer may have together: three times those of the largest known release, if all of them are asked for. */
export const MAX_FIELDS = 500_000;

/** How many rows are serialised at once, which takes some milliseconds; then other requests get their turn. */
const PORTION = 500;

const written = new WeakMap<ApiContext, number>();

/** How many fields the lists of the answer with this context have so far. */
export const fieldsWritten = (context: ApiContext): number => written.get(context) ?? 0;

/**
 * The length of a list is known only when it has been read. So each list of objects is counted then, and the answer fails if it grows too large;
 * serialising a long list does not block the process.
 */
export function withLongLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListOfObjects(field.type)) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: ApiContext, info) => {
        const found: unknown = resolve(source, args, context, info);
        const answer = (list: unknown) =>
          Array.isArray(list) ? inTurns(list, context, info) : list;
        return found instanceof Promise ? found.then(answer) : answer(found);
      };
    }
  }
  return schema;
}

function inTurns(
  list: readonly unknown[],
  context: ApiContext,
  info: GraphQLResolveInfo,
): readonly unknown[] {
  const fields = fieldsWritten(context) + list.length * knownFieldsOfRow(info);
  if (fields > MAX_FIELDS)
    throw new ApiError('TOO_COMPLEX', `The answer is too large (more than ${MAX_FIELDS} fields).`);
  written.set(context, fields);
  if (list.length <= PORTION) return list;
  let turn: Promise<unknown> = Promise.resolve();
  return list.map((row, index) => {
    if (index < PORTION) return row;
    if (index % PORTION === 0) turn = turn.then(async () => nextTurn());
    return turn.then(() => row);
  });
}

/** Cached by the place of a list in its operation, because a nested list comes once for each row of the outer one. */
const counted = new WeakMap<readonly FieldNode[], number>();

function knownFieldsOfRow(info: GraphQLResolveInfo): number {
  const fields = counted.get(info.fieldNodes) ?? fieldsOfRow(info);
  counted.set(info.fieldNodes, fields);
  return fields;
}

/** Fields in nested lists are left out: these lists are counted by themselves. */
function fieldsOfRow({ fieldNodes, returnType, fragments }: GraphQLResolveInfo): number {
  const ofSet = (set: SelectionSetNode, type: GraphQLNamedType | undefined): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments[selection.name.value];
        return sum + (fragment ? ofSet(fragment.selectionSet, type) : 0);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + ofSet(selection.selectionSet, type);
      const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
      const isOne = field !== undefined && !isListOfObjects(field.type);
      const below = isOne && selection.selectionSet;
      return sum + 1 + (below ? ofSet(below, getNamedType(field.type)) : 0);
    }, 0);
  return fieldNodes.reduce(
    (sum, { selectionSet }) =>
      sum + (selectionSet ? ofSet(selectionSet, getNamedType(returnType)) : 0),
    0,
  );
}

const isListOfObjects = (type: GraphQLOutputType): boolean =>
  isListType(getNullableType(type)) && isObjectType(getNamedType(type));
