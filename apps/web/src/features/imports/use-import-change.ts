import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useChange } from '../../desk/use-change.ts';
import type { ImportProblemFragment } from './import-job.generated.ts';

interface Answer {
  problems: readonly ImportProblemFragment[];
}

/** Queries whose answers depend on the rows of a file. */
export const OF_ROWS = ['ImportRows', 'ImportYears', 'ImportDrafts', 'UnknownTexts'] as const;

/** Sends changes of one file, each of which can be sent twice without harm. What depends on its rows is asked again. */
export function useImportChange() {
  const client = useApolloClient();
  const { problems, busy, run } = useChange(...OF_ROWS);
  const change = <Name extends string, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Record<Name, Answer>, Variables>,
    variables: Variables,
  ) =>
    run(async () => {
      const { data } = await client.mutate({ mutation, variables });
      return data && Object.values<Answer>(data)[0];
    });
  return { problems, busy, change };
}
