import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type TestApp, startTestApp } from '../../testing/harness.ts';

const schemaFile = path.join(import.meta.dirname, '../../../../../libs/schema/work.graphql');
const mutations = Object.values(
  buildSchema(readFileSync(schemaFile, 'utf8')).getMutationType()?.getFields() ?? {},
);
/** The only changes that an auditor may make: to their own account and to what they follow. */
const OWN = [
  'chooseLanguage',
  'chooseMonthly',
  'deleteView',
  'endOwnSessions',
  'follow',
  'markInboxRead',
  'recordVisit',
  'renameView',
  'renewCalendar',
  'saveView',
  'unfollow',
];

/** A sample value of a type that passes as input, so that only the missing right can be the reason of a refusal. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, sample(field.type)]),
    );
  switch (type.name) {
    case 'Int':
      return 1;
    case 'Boolean':
      return true;
    case 'Decimal':
      return '1';
    default:
      return '00000000-0000-4000-8000-000000000001';
  }
}

describe('an auditor', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startTestApp({ seed: 'framework' });
  });
  afterAll(() => api.stop());

  const events = async () =>
    (await api.em().execute<{ n: number }[]>('select count(*)::int as n from work.audit_event'))[0]
      ?.n;

  it('is refused every change that the desks know, and nothing is written', async () => {
    const before = await events();
    const answers: Record<string, string | undefined> = {};
    for (const { name, args } of mutations.filter((one) => !OWN.includes(one.name))) {
      const given = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const variables = Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type)]));
      const { errors } = await api.work(
        'auditor@demo.example',
        `mutation (${given}) { ${name}(${passed}) { __typename } }`,
        variables,
      );
      answers[name] = errors?.[0]?.extensions.code;
    }
    expect(Object.keys(answers).length).toBeGreaterThan(40);
    expect(Object.entries(answers).filter(([, code]) => code !== 'FORBIDDEN')).toEqual([]);
    expect(await events()).toBe(before);
  });
});
