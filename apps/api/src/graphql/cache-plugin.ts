import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, Kind, visit } from 'graphql';
import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import { NEWEST, SETTLED } from '../http/cache-policy.ts';

/** The arguments that name the release, for fields that do not call it `release`. */
const NAMING: Readonly<Record<string, readonly string[]>> = { changes: ['from', 'to'] };
const BY_RELEASE = ['release'];

/** How long caches may keep an answer to GET: a day if the query names its release and nothing in it ends with the next, otherwise until the next release; errors never. */
export const cachePlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response, document, operation, errors }) {
        const isAnswer = operation !== undefined && (errors?.length ?? 0) === 0;
        const settled =
          isAnswer &&
          namesItsRelease(operation, request.variables ?? {}) &&
          !asksForLatest(document);
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

/**
 * Does the question ask a release for its flag `latest`, which changes when the next release is published? Lists of the latest values are called
 * `latest` too, but they have subfields and do not change.
 */
function asksForLatest(document: DocumentNode | undefined): boolean {
  let found = false;
  if (document)
    visit(document, {
      Field({ name, selectionSet }) {
        found = name.value === 'latest' && selectionSet === undefined;
        return found ? BREAK : undefined;
      },
    });
  return found;
}
