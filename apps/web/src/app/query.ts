import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { AppContext } from './context.ts';

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
