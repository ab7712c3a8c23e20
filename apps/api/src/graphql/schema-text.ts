import type { Type } from '@nestjs/common';
import type { BuildSchemaOptions, GraphQLSchemaFactory } from '@nestjs/graphql';
import { GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

const HEADER = '# Generated from the code of apps/api: npm run generate\n\n';
const RESOLVER_MARK = 'graphql:resolver_type';

/**
 * Nest puts every loaded class into every schema. Types that the roots do not reach are removed again: the public schema must not even name the types
 * of the desks.
 */
const reachableSchema = (schema: GraphQLSchema): GraphQLSchema =>
  new GraphQLSchema({ ...schema.toConfig(), types: [] });

/** The providers of these modules that are marked with @Resolver. */
export function resolversOf(features: readonly Type[]): Type[] {
  return features.flatMap((feature) => {
    const providers: unknown = Reflect.getMetadata('providers', feature) ?? [];
    return Array.isArray(providers)
      ? providers.filter(
          (provider): provider is Type =>
            typeof provider === 'function' && Reflect.hasMetadata(RESOLVER_MARK, provider as Type),
        )
      : [];
  });
}

export async function buildSchema(
  factory: GraphQLSchemaFactory,
  features: readonly Type[],
  options: BuildSchemaOptions = {},
): Promise<GraphQLSchema> {
  const schema = await factory.create(resolversOf(features), options);
  return lexicographicSortSchema(reachableSchema(schema));
}

/** The text of a schema, as it is committed and served. */
export const schemaText = (schema: GraphQLSchema): string => `${HEADER}${printSchema(schema)}\n`;
