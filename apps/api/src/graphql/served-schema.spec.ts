import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { publicFeatures } from './public-graphql.module.ts';
import { schemaText } from './schema-text.ts';
import { servedSchema } from './served-schema.ts';
import { workFeatures } from './work-graphql.module.ts';

const committed = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, `../../../../libs/schema/${name}.graphql`), 'utf8');

describe('the schema that is served', () => {
  let app: INestApplicationContext;
  let factory: GraphQLSchemaFactory;
  beforeAll(async () => {
    app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
      logger: false,
    });
    factory = app.get(GraphQLSchemaFactory);
  });
  afterAll(() => app.close());

  /** The schema with resolvers, as Nest passes them. */
  async function served(found: object): Promise<GraphQLSchema> {
    const { schema, transformResolvers } = await servedSchema(factory, publicFeatures);
    await transformResolvers?.([{}, { ...found }]);
    return schema;
  }

  it.each([
    ['public', publicFeatures],
    ['work', workFeatures],
  ] as const)('is the one that is committed: %s', async (name, features) => {
    const { schema } = await servedSchema(factory, features);
    expect(schemaText(schema)).toBe(committed(name));
  });

  it('answers a field by its resolver', async () => {
    const areas = () => null;
    const schema = await served({ Query: { areas } });
    expect(schema.getQueryType()?.getFields()['areas']?.resolve).toBe(areas);
  });

  it('refuses a resolver of what only the desks have', async () => {
    await expect(served({ DeskSummary: { waiting: () => 1 } })).rejects.toThrow(
      'There is a resolver of DeskSummary.waiting, but no such field.',
    );
  });

  it('refuses a resolver of a field that its type has not', async () => {
    await expect(served({ Query: { moons: () => null } })).rejects.toThrow(
      'There is a resolver of Query.moons, but no such field.',
    );
  });

  it('refuses a resolver that is not a function', async () => {
    await expect(served({ Query: { areas: { subscribe: () => null } } })).rejects.toThrow(
      'The resolver of Query.areas is not a function.',
    );
  });
});
