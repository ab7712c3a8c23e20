import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { NEWEST, SETTLED } from '../http/cache-policy.ts';

/** The arguments that name the release, for fields that do not call it `release`. */
const NAMING: Readonly<Record<string, readonly string[]>> = { changes: ['from', 'to'] };
const BY_RELEASE = ['release'];

/** How long caches may keep an answer to GET: a day if the query names its release, otherwise until the next release; errors never. */
export const cachePlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response, operation, errors }) {
        const isAnswer = operation !== undefined && (errors?.length ?? 0) === 0;
        const settled = isAnswer && namesItsRelease(operation, request.variables ?? {});
        response.http.headers.set(
          'cache-control',
          !isAnswer ? 'no-store' : settled ? SETTLED : NEWEST,
        );
        return Promise.resolve();
      },
    }),
};

function namesItsRelease(
  { selectionSet }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const isSaid = (field: FieldNode, name: string): boolean => {
    const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.VARIABLE) return variables[value.name.value] != null;
    return value !== undefined && value.kind !== Kind.NULL;
  };
  return selectionSet.selections.every(
    (selection) =>
      selection.kind === Kind.FIELD &&
      (NAMING[selection.name.value] ?? BY_RELEASE).every((name) => isSaid(selection, name)),
  );
}
