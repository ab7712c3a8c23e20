import { GraphQLSchema } from 'graphql';

/**
 * Nest puts every class that was loaded into every schema. What the roots do not reach is left out again: the public schema must not even name the types of
 * the desks.
 */
export function reachableSchema(schema: GraphQLSchema): GraphQLSchema {
  return new GraphQLSchema({ ...schema.toConfig(), types: [] });
}
