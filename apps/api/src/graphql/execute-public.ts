import type { FormattedExecutionResult } from 'graphql';
import type { ApolloServer } from '@apollo/server';
import type { ApolloDriver } from '@nestjs/apollo';
import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApiContext } from './access.ts';

/** Runs an operation of the public schema in this process. */
export type Execute = (operation: {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}) => Promise<FormattedExecutionResult>;

/** Runs public operations in this process, through the same server, with the same limits and errors as /graphql. */
export function publicExecutor(app: INestApplicationContext): Execute {
  let server: ApolloServer<ApiContext> | undefined;
  return async ({ query, variables, operationName }) => {
    const { body } = await (server ??= publicServer(app)).executeOperation(
      {
        query,
        variables,
        ...(operationName ? { operationName } : {}),
      },
      { contextValue: { actor: null } },
    );
    if (body.kind !== 'single') throw new Error('A public operation answers at once.');
    return body.singleResult;
  };
}

/** There are two GraphQL modules; each has its server once the application is initialised. */
function publicServer(app: INestApplicationContext): ApolloServer<ApiContext> {
  const modules: GraphQLModule<ApolloDriver>[] = app.get(GraphQLModule, {
    each: true,
    strict: false,
  });
  const module = modules.find((candidate) => candidate.completeOptions?.path === '/graphql');
  if (!module) throw new Error('There is no public GraphQL server.');
  return module.graphQlAdapter.instance as unknown as ApolloServer<ApiContext>;
}
