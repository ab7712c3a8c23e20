import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import type { Problem } from './problem-text.ts';
import { unreachable } from './unreachable.ts';

interface Answer {
  problems: readonly Problem[];
}
export interface Outcome<Given> {
  done: boolean;
  problems: readonly Problem[];
  answer?: Given | undefined;
}
type Mutation<Name extends string, Given, Input> = TypedDocumentNode<
  Record<Name, Given>,
  { input: Input }
>;

/** Queries with lists or counts that the answer to a change does not contain, so that they have to be asked again. */
export type QueryName =
  | 'AgreementDesk'
  | 'ApiTokens'
  | 'CycleDesk'
  | 'Deadlines'
  | 'DeskSummary'
  | 'Duties'
  | 'EvidenceQuota'
  | 'Framework'
  | 'HelpLines'
  | 'ImportDrafts'
  | 'ImportJob'
  | 'ImportRows'
  | 'ImportYears'
  | 'Inbox'
  | 'Organisations'
  | 'Outbox'
  | 'OwnLanguage'
  | 'OwnSessions'
  | 'PendingAccounts'
  | 'PlannedReleases'
  | 'PreparedReturns'
  | 'PublishedCells'
  | 'ReleasePreview'
  | 'Reopenings'
  | 'ReturnForm'
  | 'ReviewQueue'
  | 'SeriesMappings'
  | 'SignatureRules'
  | 'TargetDesk'
  | 'TargetGrid'
  | 'UnknownTexts'
  | 'UnreadInbox'
  | 'UserSessions'
  | 'Users'
  | 'ValidationRules'
  | 'Withdrawals'
  | 'Webhooks'
  | 'WorkObservation';

/** Asks the named queries again if they are on the page; the page itself shows it if that fails. */
export function useAskAgain(...names: readonly QueryName[]): () => Promise<void> {
  const client = useApolloClient();
  return async () => {
    const isNamed = ({ queryName }: { queryName?: string | undefined }) =>
      names.some((name) => name === queryName);
    await client
      .refetchQueries({ include: 'active', onQueryUpdated: isNamed })
      .catch(() => undefined);
  };
}

/** A submit handler that calls `send` instead of letting the browser send the form. */
export const onSubmit = (send: () => Promise<unknown>) => (event: SyntheticEvent) => {
  event.preventDefault();
  void send();
};

/** Did another person change the same thing first, so that the change can be sent again on top of theirs? */
export const isEditConflict = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'VERSION_CONFLICT' || code === 'REVISION_CHANGED');

/**
 * Makes the changes of one form, and knows whether one is under way and which problems the last one had. Objects in the answer
 * to a change are updated on the page by their ids; the named queries are asked again, even after a refusal, because
 * somebody else may have been faster.
 */
export function useChange(...names: readonly QueryName[]) {
  const client = useApolloClient();
  const askAgain = useAskAgain(...names);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async <Given extends Answer>(
    work: () => Promise<Given | undefined>,
  ): Promise<Outcome<Given>> => {
    setBusy(true);
    try {
      const answer = await work();
      const found = answer?.problems ?? [];
      setProblems(found);
      if (names.length > 0) await askAgain();
      return { done: found.length === 0, problems: found, answer };
    } catch (error) {
      const found = [unreachable(error)];
      setProblems(found);
      return { done: false, problems: found };
    } finally {
      setBusy(false);
    }
  };
  const send = async <
    Name extends string,
    Given extends Answer,
    Input extends { idempotencyKey: string },
  >(
    mutation: Mutation<Name, Given, Input>,
    asked: Omit<Input, 'idempotencyKey'>,
  ): Promise<Given | undefined> => {
    const input = { ...asked, idempotencyKey: crypto.randomUUID() } as Input;
    const { data } = await client.mutate({ mutation, variables: { input } });
    return data && Object.values<Given>(data)[0];
  };
  return {
    problems,
    busy,
    /** A change of a single mutation is sent by `change`; one of several is made with `send` inside of `run`. */
    run,
    send,
    change: <Name extends string, Given extends Answer, Input extends { idempotencyKey: string }>(
      mutation: Mutation<Name, Given, Input>,
      asked: Omit<Input, 'idempotencyKey'>,
    ) => run(() => send(mutation, asked)),
  };
}
