import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, graphql } from 'graphql';

const file = path.join(import.meta.dirname, '../../../../libs/schema/public.graphql');
const schema = buildSchema(readFileSync(file, 'utf8'));

/** The public API with given answers: our documents really run against the committed schema. */
export function publicApi(answers: object) {
  return async (operation: {
    query: string;
    variables: Record<string, unknown>;
    operationName?: string;
  }): Promise<object> => {
    const { query, variables, operationName } = operation;
    const result = await graphql({
      schema,
      source: query,
      rootValue: answers,
      variableValues: variables,
      operationName: operationName ?? null,
    });
    return JSON.parse(JSON.stringify(result)) as object;
  };
}
