import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { statusOf } from './api-error.ts';
import { clientErrorOf } from './client-error.ts';
import { formatError } from './format-error.ts';
import { limitsPlugin, MAX_TOKENS } from './limits.ts';
import { withLongLists } from './long-lists.ts';
import { operationsPlugin } from './operations.ts';

/** Answers 503 with Retry-After if the database is away or full, because proxies and scripts look only at the status. */
const unavailablePlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: async ({ response, errors = [] }) => {
        await Promise.resolve(); // wait for Nest, which sets 200 for every answer that has data, even null
        for (const error of errors) {
          const problem = clientErrorOf(unwrapResolverError(error));
          if (problem === null || statusOf(problem.code) !== 503) continue;
          response.http.status = 503;
          response.http.headers.set('retry-after', String(problem.retryAfter));
        }
      },
    }),
};

/** Options that both endpoints share; each adds its path, its features with their schema, and its actor. */
export const serverOptions = {
  driver: ApolloDriver,
  transformSchema: withLongLists,
  graphiql: false,
  csrfPrevention: true,
  allowBatchedHttpRequests: false,
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: true,
  autoTransformHttpErrors: false,
  persistedQueries: false,
  formatError,
  parseOptions: { maxLexicalTokens: MAX_TOKENS },
  validationOptions: { maxErrors: 5 },
  // Apollo's own plugin is disabled: it would compute hints for every field, for a header that is set elsewhere
  plugins: [
    limitsPlugin,
    unavailablePlugin,
    operationsPlugin,
    ApolloServerPluginCacheControlDisabled(),
  ],
} as const satisfies ApolloDriverConfig;
