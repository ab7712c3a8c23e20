import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchema } from 'graphql';
import { formatError } from './format-error.ts';
import { limitsPlugin, MAX_TOKENS } from './limits.ts';
import { withLongLists } from './long-lists.ts';
import { reachableSchema } from './reachable-schema.ts';
import { unavailablePlugin } from './unavailable-plugin.ts';

/** What both endpoints share; each adds its path, its features and its actor. */
export const serverOptions = {
  driver: ApolloDriver,
  autoSchemaFile: true,
  sortSchema: true,
  transformSchema: (schema: GraphQLSchema) => withLongLists(reachableSchema(schema)),
  // would introspect the whole schema at each start: `npm run generate` and Apollo check it anyway
  buildSchemaOptions: { skipCheck: true },
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
  plugins: [limitsPlugin, unavailablePlugin],
} as const satisfies ApolloDriverConfig;
