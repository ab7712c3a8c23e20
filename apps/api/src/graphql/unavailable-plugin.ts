import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { HTTP_STATUS } from './api-error.ts';
import { clientErrorOf } from './client-error.ts';

/** Answers 503 with Retry-After where the database is away or full: proxies and scripts rely on the status alone. */
export const unavailablePlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      async willSendResponse({ response, errors = [] }) {
        await Promise.resolve(); // after Nest, which makes a 200 of every answer with data, be it null
        for (const error of errors) {
          const problem = clientErrorOf(unwrapResolverError(error));
          if (problem === null || HTTP_STATUS[problem.code] !== HTTP_STATUS.UNAVAILABLE) continue;
          response.http.status = HTTP_STATUS.UNAVAILABLE;
          response.http.headers.set('retry-after', String(problem.retryAfter));
        }
      },
    }),
};
