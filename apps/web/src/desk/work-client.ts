import {
  ApolloClient,
  ApolloLink,
  HttpLink,
  InMemoryCache,
  type TypePolicies,
} from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { from, NEVER, switchMap, tap } from 'rxjs';
import type { Language } from '@qadam/i18n';
import { isLeaving } from './leaving.ts';
import { errorCode } from './refusal.ts';

/**
 * A change whose answer was lost may have been made. Whoever presses again asks for the same, so it goes out under the
 * key of the first time, and the API repeats its answer instead of writing a message twice. As soon as there is an
 * answer, or something else is asked of the same mutation, a new press is a new request.
 */
function keptKeys(): ApolloLink {
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

/** After signing out nothing is sent any more, and what was on its way is forgotten with the page. */
const notWhileLeaving = new ApolloLink((operation, forward) =>
  isLeaving() ? NEVER : forward(operation),
);

/** `lang`: of the document; what the server names in its answers, it names in it. */
export const workLink = (lang: Language) =>
  new HttpLink({
    uri: '/work/graphql',
    credentials: 'same-origin',
    headers: { 'x-qadam': '1', 'accept-language': lang },
  });

/** What names one of a type that has no `id`, or whose `id` names something else in each answer (false). */
const typePolicies: TypePolicies = {
  Following: { keyFields: [] },
  FormCell: { keyFields: false },
  Framework: { keyFields: [] },
  FrameworkAction: { keyFields: ['code'] },
  FrameworkIndicator: { keyFields: ['code'] },
  FrameworkIndicatorSheet: { keyFields: ['code'] },
  HelpLine: { keyFields: ['area', 'lang'] },
  PreviewDocument: { keyFields: false },
  ReviewReturn: { keyFields: false },
  TranslationSheet: { keyFields: ['subject'] },
};

/**
 * The desks' client. When the session has ended, what was asked waits until the person has signed in again and is then
 * sent once more, with the same idempotency key; so is what is pressed again after an answer was lost.
 */
export function workClient(link: ApolloLink, signInAgain: () => Promise<void>): ApolloClient {
  const session = new ErrorLink(({ error, operation, forward }) =>
    errorCode(error) === 'UNAUTHENTICATED'
      ? from(signInAgain()).pipe(switchMap(() => forward(operation)))
      : undefined,
  );
  return new ApolloClient({
    link: ApolloLink.from([notWhileLeaving, keptKeys(), session, link]),
    cache: new InMemoryCache({ typePolicies }),
    // others change the same data: each visit asks again
    defaultOptions: {
      watchQuery: { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' },
      query: { fetchPolicy: 'network-only' },
    },
  });
}
