import { ApolloLink } from '@apollo/client';
import { tap } from 'rxjs';

/**
 * A change whose answer was lost may have been made. Whoever presses again asks for the same, so it goes out under the
 * key of the first time, and the API repeats its answer instead of writing a message twice. As soon as there is an
 * answer, or something else is asked of the same mutation, a new press is a new request.
 */
export function keptKeys(): ApolloLink {
  const unanswered = new Map<string | undefined, { request: string; key: string }>();
  return new ApolloLink((operation, forward) => {
    const { operationName: name, variables } = operation;
    const input = variables['input'] as { idempotencyKey?: string } | undefined;
    if (input?.idempotencyKey === undefined) return forward(operation);
    const { idempotencyKey, ...asked } = input;
    const request = JSON.stringify(asked);
    const before = unanswered.get(name);
    const key = before?.request === request ? before.key : idempotencyKey;
    operation.variables = { ...variables, input: { ...asked, idempotencyKey: key } };
    unanswered.delete(name);
    return forward(operation).pipe(tap({ error: () => unanswered.set(name, { request, key }) }));
  });
}
