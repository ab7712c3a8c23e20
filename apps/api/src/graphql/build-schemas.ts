import type { Type } from '@nestjs/common';
import type { GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { schemaText } from './schema-text.ts';
import { publicFeatures } from './public-features.ts';
import { reachableSchema } from './reachable-schema.ts';
import { workFeatures } from './work-features.ts';

const RESOLVER_MARK = 'graphql:resolver_type';

/** The classes among a module's providers that carry @Resolver. */
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
): Promise<GraphQLSchema> {
  return lexicographicSortSchema(reachableSchema(await factory.create(resolversOf(features))));
}

export async function buildSchemas(
  factory: GraphQLSchemaFactory,
): Promise<{ public: string; work: string }> {
  const text = async (features: readonly Type[]) =>
    schemaText(await buildSchema(factory, features));
  return { public: await text(publicFeatures), work: await text(workFeatures) };
}
