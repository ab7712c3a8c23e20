import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { AppContext } from './context.ts';
import { notFound } from '@tanstack/react-router';

/** A public read in a route loader: kept where it was asked before, else from the network. */
export async function query<T, V extends OperationVariables>(
  { client, pause }: Pick<AppContext, 'client' | 'pause'>,
  document: TypedDocumentNode<T, V>,
  variables: V,
): Promise<T> {
  await pause?.();
  const options = { query: document, variables } as ApolloClient.QueryOptions<T, V>;
  const { data } = await client.query(options);
  if (data === undefined) throw new Error('The answer holds no data.');
  return data;
}

/** What the API has no object for is a page that does not exist. */
export function found<T>(object: T | null | undefined): T {
  if (object === null || object === undefined) throw notFound();
  return object;
}
