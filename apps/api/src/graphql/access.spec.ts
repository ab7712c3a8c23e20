import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { can, type Operation } from '@qadam/domain';
import { OPERATIONS } from '@qadam/domain/testing';
import { ACCESS_MARK, AccessGuard, permit, type Actor } from './access.ts';
import { ApiError } from './api-error.ts';
import { buildSchema, resolversOf } from './schema-text.ts';
import { publicFeatures } from './public-graphql.module.ts';
import { workFeatures } from './work-graphql.module.ts';

/** The access marks of all handlers, by the root field that each answers. */
function marksOf(features: Parameters<typeof resolversOf>[0]): Map<string, unknown> {
  const marks = new Map<string, unknown>();
  for (const resolver of resolversOf(features)) {
    const prototype = resolver.prototype as Record<string, object>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const handler = prototype[name];
      if (
        !handler ||
        !['Query', 'Mutation'].includes(
          Reflect.getMetadata('graphql:resolver_type', handler) as string,
        )
      )
        continue;
      const given: unknown = Reflect.getMetadata('graphql:resolver_name', handler);
      marks.set(
        typeof given === 'string' ? given : name,
        Reflect.getMetadata(ACCESS_MARK, handler),
      );
    }
  }
  return marks;
}

async function rootTypesOf(features: Parameters<typeof resolversOf>[0]) {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
  });
  const schema = await buildSchema(app.get(GraphQLSchemaFactory), features);
  await app.close();
  const [queries = [], mutations = []] = [schema.getQueryType(), schema.getMutationType()].map(
    (type) => Object.keys(type?.getFields() ?? {}),
  );
  return { queries, mutations };
}

async function rootFieldsOf(features: Parameters<typeof resolversOf>[0]): Promise<string[]> {
  const { queries, mutations } = await rootTypesOf(features);
  return [...queries, ...mutations];
}

const reporter: Actor = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Reporter',
  email: 'reporter@access.example',
  role: 'REPORTER',
  area: 'KAZ',
  areas: null,
  organisation: null,
  lang: 'en',
};

function refusalOf(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof ApiError ? error.code : 'not an ApiError';
  }
}

describe('access to root fields', () => {
  it('is decided by a mark on every field of the desks', async () => {
    const marks = marksOf(workFeatures);
    const fields = await rootFieldsOf(workFeatures);
    expect(fields.length).toBeGreaterThan(0);
    expect(
      fields.filter((field) => !OPERATIONS.some((operation) => operation === marks.get(field))),
    ).toEqual([]);
  });

  it('is everybody’s, and only reading of releases, on every public field', async () => {
    const marks = marksOf(publicFeatures);
    const fields = await rootFieldsOf(publicFeatures);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => marks.get(field) !== 'READ_RELEASE')).toEqual([]);
  });

  it('lets an auditor read everything at the desks and change nothing but the own account and what they follow', async () => {
    const marks = marksOf(workFeatures);
    const { queries, mutations } = await rootTypesOf(workFeatures);
    const allowed = (field: string) =>
      can({ role: 'AUDITOR' }, marks.get(field) as Operation) === 'ALLOWED';
    expect(queries.filter((field) => !allowed(field))).toEqual([]);
    const own = mutations.filter((field) =>
      ['MANAGE_OWN_ACCOUNT', 'FOLLOW'].includes(String(marks.get(field))),
    );
    expect(mutations.filter(allowed)).toEqual(own);
  });

  it('is refused where the mark was forgotten', () => {
    const handler = () => 'secret';
    const context = { getType: () => 'graphql', getHandler: () => handler };
    expect(refusalOf(() => new AccessGuard().canActivate(context as never))).toBe('FORBIDDEN');
  });

  it('tells a foreign area and one that does not exist alike', () => {
    expect(refusalOf(() => permit(reporter, 'READ_WORK', { area: 'KAZ' }))).toBeNull();
    expect(refusalOf(() => permit(reporter, 'READ_WORK', { area: 'KGZ' }))).toBe('NOT_FOUND');
    expect(refusalOf(() => permit(reporter, 'READ_WORK', { area: 'XXX' }))).toBe('NOT_FOUND');
    expect(refusalOf(() => permit(reporter, 'APPROVE', { area: 'KAZ' }))).toBe('FORBIDDEN');
    expect(refusalOf(() => permit(null, 'READ_WORK', { area: 'KAZ' }))).toBe('UNAUTHENTICATED');
  });
});
