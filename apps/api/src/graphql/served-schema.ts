import type { Type } from '@nestjs/common';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchema } from './schema-text.ts';

type Resolvers = Parameters<NonNullable<ApolloDriverConfig['transformResolvers']>>[0];
type Served = Pick<ApolloDriverConfig, 'transformResolvers'> & { schema: GraphQLSchema };

/**
 * The schema of these modules for Nest to serve. It is built only once here: with `autoSchemaFile` Nest would print the schema it built, parse that
 * text, and build a second schema from it for the resolvers.
 */
export async function servedSchema(
  factory: GraphQLSchemaFactory,
  features: readonly Type[],
): Promise<Served> {
  // the check introspects the whole schema: `npm run generate` does that, and Apollo validates the schema when it starts
  const schema = await buildSchema(factory, features, { skipCheck: true });
  return {
    schema,
    transformResolvers: (resolvers) => {
      resolveBy(schema, resolvers);
      return resolvers;
    },
  };
}

/** Gives fields their resolvers. A resolver without a field is a mistake: a public module may have imported one of the desks. */
function resolveBy(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [name, ofType] of [resolvers].flat().flatMap((some) => Object.entries(some))) {
    const type = schema.getType(name);
    for (const [key, resolve] of Object.entries(ofType)) {
      const field = isObjectType(type) ? type.getFields()[key] : undefined;
      if (!field) throw new Error(`There is a resolver of ${name}.${key}, but no such field.`);
      if (typeof resolve !== 'function') {
        throw new Error(`The resolver of ${name}.${key} is not a function.`);
      }
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
}
