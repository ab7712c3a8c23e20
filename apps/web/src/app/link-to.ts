import { ApolloLink, Observable } from '@apollo/client';
import { print, type DocumentNode } from 'graphql';

/** Runs one public operation in process. Given by the API, so that this bundle holds no schema or executor of its own. */
export type Execute = (operation: {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}) => Promise<object>;

const printed = new WeakMap<DocumentNode, string>();
function text(query: DocumentNode): string {
  let known = printed.get(query);
  if (known === undefined) printed.set(query, (known = print(query)));
  return known;
}

/** Apollo over a function, as the server has it. */
export function linkTo(execute: Execute): ApolloLink {
  return new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) => {
        execute({
          query: text(query),
          variables,
          ...(operationName === undefined ? {} : { operationName }),
        }).then(
          (result) => {
            observer.next(result);
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
      }),
  );
}
