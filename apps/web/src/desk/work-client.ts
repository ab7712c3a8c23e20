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
 * A change whose answer was lost may have been made. If the person presses again, the same change is sent with the key of the
 * first time, so that the API repeats its answer instead of, say, writing a message twice. As soon as there is an answer, or
 * the same mutation is sent with another input, a new press is a new request.
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

/** After signing out nothing is sent any more; waiting requests are never answered and disappear with the page. */
const notWhileLeaving = new ApolloLink((operation, forward) =>
  isLeaving() ? NEVER : forward(operation),
);

/** The link to the work API. `lang`: the language of the document, in which the server writes names. */
export const workLink = (lang: Language) =>
  new HttpLink({
    uri: '/work/graphql',
    credentials: 'same-origin',
    headers: { 'x-qadam': '1', 'accept-language': lang },
  });

/** How the cache identifies objects of types without an `id`; false: not at all, because their `id` means something else in each answer. */
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
 * The Apollo client of the desks. When the session has ended, requests wait until the person has signed in again, and are then
 * sent once more with the same idempotency key. So is a change that is pressed again after its answer was lost.
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
    // each visit of a page asks again, because other people change the same data
    defaultOptions: {
      watchQuery: { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' },
      query: { fetchPolicy: 'network-only' },
    },
  });
}
